import { isShown, textOf } from '../../facts/facts.ts';
import { epcPayload } from '../../gift/epc-payload.ts';
import { languages } from '../../i18n/languages.ts';
import { materialText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument, unbroken } from '../engine/document.ts';
import { printCode } from '../engine/qr.ts';

/** The leaflet for donors. Without an account number that may be shown it has no QR code, and says how to ask. */
export function donorLeaflets(): PrintDocument[] {
  const iban = isShown('centre.iban') ? textOf('centre.iban') : undefined;
  return languages.map((language) => {
    const text = materialText('donor', language);
    const payee = textOf('centre.payee');
    const message = isShown('centre.giftMessage') ? textOf('centre.giftMessage') : text.give.freeMessage;
    return printDocument({
      item: 'donor',
      language,
      paper: 'a5',
      pages: 2,
      title: text.title,
      confirmed: text.confirmed,
      file: text.file,
      template: 'donor',
      facts: ['centre.iban', 'centre.giftMessage'],
      data: {
        text,
        transfer: iban === undefined ? null : { payee, iban: unbroken(iban), message },
        qr: iban === undefined ? null : printCode(epcPayload({ name: payee, iban, message }), text.give.scan),
      },
    });
  });
}
