import { languagesOf } from '../catalogue/readings.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';

/** The protection procedure, in every language: four pages of A5, which a printer folds from one sheet of A4. */
export function protections(): PrintDocument[] {
  return languagesOf('protection').map((language) => {
    const { title, file, confirmed, ...text } = materialText('protection', language);
    return printDocument({
      item: 'protection',
      language,
      paper: 'a5',
      pages: 4,
      title,
      file,
      confirmed,
      template: 'protection',
      facts: ['centre.emergencyApp'],
      data: { text },
    });
  });
}
