import { mayBeShown } from '../../facts/facts.ts';
import { languages } from '../../i18n/languages.ts';
import { languagesOf } from '../catalogue/readings.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument, setting } from '../engine/document.ts';

/**
 * The poster with strips: the question in every language; the first of the three of the site leads. It is read when all
 * that it says is; in production, questions that nobody has read are not on it.
 */
export function strips(): PrintDocument[] {
  const cards = languagesOf('card')
    .map((language) => ({ language, card: materialText('card', language) }))
    .filter(({ card }) => mayBeShown(card));
  const allRead = cards.every(({ card }) => card.confirmed);
  const questions = cards.map(({ language, card: { question, call } }) => ({
    ...setting(language),
    question,
    call,
    language,
  }));
  const speaks = cards.map(({ language }) => language);
  return languages.flatMap((language) => {
    const { title, file, confirmed: own } = materialText('strips', language);
    const confirmed = own && allRead;
    const first = questions.filter((entry) => entry.language === language);
    const data = { questions: [...first, ...questions.filter((entry) => entry.language !== language)] };
    const poster = {
      item: 'strips',
      language,
      pages: 1,
      title,
      file,
      template: 'strips',
      confirmed,
      speaks,
      data,
    };
    return [
      printDocument({ ...poster, paper: 'a4' }),
      printDocument({ ...poster, paper: 'a3' }),
      printDocument({ ...poster, paper: 'a4', ink: 'black' }),
    ];
  });
}
