import { languages } from '../../i18n/languages.ts';
import { writtenAddress } from '../../site/origin.ts';
import { pathTo } from '../../site/routes.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';

/** How to talk with somebody whom one is worried about. */
export function conversations(): PrintDocument[] {
  return languages.map((language) => {
    const text = materialText('conversation', language);
    return printDocument({
      item: 'conversation',
      language,
      paper: 'a5',
      pages: 4,
      title: text.title,
      confirmed: text.confirmed,
      file: text.file,
      template: 'conversation',
      facts: ['claims.signsAdditions'],
      data: { text, form: writtenAddress(pathTo('form', language)) },
    });
  });
}
