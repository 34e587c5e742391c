import { languages } from '../../i18n/languages.ts';
import { centreKey } from '../../site/centre-key.ts';
import { siteOrigin, writtenAddress } from '../../site/origin.ts';
import { pathTo } from '../../site/routes.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument, unbroken } from '../engine/document.ts';
import { printCode } from '../engine/qr.ts';

/** How to refer in five minutes, with the fingerprint of the centre's key. */
export function referrals(): PrintDocument[] {
  return languages.map((language) => {
    const text = materialText('refer', language);
    const form = pathTo('work', language);
    return printDocument({
      item: 'refer',
      language,
      paper: 'a5',
      pages: 2,
      title: text.title,
      confirmed: text.confirmed,
      file: text.file,
      template: 'refer',
      data: {
        text,
        form: writtenAddress(form),
        qr: printCode(siteOrigin + form, text.form.title),
        fingerprint: unbroken(centreKey().fingerprint),
        keyAddress: writtenAddress('/key.json'),
      },
    });
  });
}
