import { may } from '../../facts/facts.ts';
import { helpTelephone } from '../../facts/telephone.ts';
import { languagesOf } from '../catalogue/readings.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';

/** The pocket card in every language: two sides to give to a print shop, and a sheet of ten to cut. */
export function cards(): PrintDocument[] {
  return languagesOf('card').flatMap((language) => {
    const { title, file, confirmed, heading, info, always, interpreter, emergency, notes } = materialText(
      'card',
      language,
    );
    // Of the national number nobody said at which hours it is answered, nor in which languages.
    const own = helpTelephone().line === 'own';
    const known = [
      ...(own && may('claims.dayAndNight') ? [always] : []),
      ...(own && may('claims.interpreters') ? [interpreter] : []),
    ];
    const card = {
      item: 'card',
      language,
      pages: 2,
      title,
      file,
      confirmed,
      // Nothing names the centre, not even what a reader of PDF tells of the file.
      data: { author: [], heading, info, known, danger: emergency, notes },
    };
    return [
      printDocument({ ...card, paper: '85x55', template: 'card' }),
      printDocument({ ...card, paper: 'a4', copies: 10, template: 'card-sheet' }),
    ];
  });
}
