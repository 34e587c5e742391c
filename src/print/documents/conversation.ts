import { languages } from '../../i18n/languages.ts';
import { pathTo } from '../../i18n/routes.ts';
import { writtenAddress } from '../../site/origin.ts';
import { type PrintDocument, printDocument } from '../document.ts';
import { materialText } from '../texts.ts';

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
