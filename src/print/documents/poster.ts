import { languages } from '../../i18n/languages.ts';
import { siteOrigin, writtenAddress } from '../../site/origin.ts';
import { pathTo } from '../../site/routes.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';
import { printCode } from '../engine/qr.ts';

/** The poster for waiting rooms. */
export function posters(): PrintDocument[] {
  return languages.flatMap((language) => {
    const text = materialText('poster', language);
    const help = pathTo('help', language);
    const poster = {
      item: 'poster',
      language,
      pages: 1,
      title: text.title,
      confirmed: text.confirmed,
      file: text.file,
      template: 'poster',
      data: { text, address: writtenAddress(help), qr: printCode(siteOrigin + help, text.scan) },
    };
    return [
      printDocument({ ...poster, paper: 'a4' }),
      printDocument({ ...poster, paper: 'a3' }),
      printDocument({ ...poster, paper: 'a4', ink: 'black' }),
    ];
  });
}
