import { languages } from '../../i18n/languages.ts';
import { siteOrigin, writtenAddress } from '../../site/origin.ts';
import { pathTo } from '../../site/routes.ts';
import { materialText, signsText } from '../catalogue/texts.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';
import { printCode } from '../engine/qr.ts';

/** The signs, one checklist for each profession. */
export function checklists(): PrintDocument[] {
  return languages.flatMap((language) => {
    const text = materialText('checklist', language);
    const { groups, audiences } = signsText(language);
    const form = pathTo('work', language);
    return audiences.map(({ id, title, intro, signs, do: advice }) =>
      printDocument({
        item: `checklist-${id}`,
        language,
        paper: 'a4',
        pages: 2,
        title: `${text.title}: ${title}`,
        confirmed: text.confirmed,
        file: `${text.file}-${text.files[id]}`,
        template: 'checklist',
        facts: ['claims.signsAdditions'],
        data: {
          text,
          groups,
          profession: { title, intro, signs, advice },
          form: writtenAddress(form),
          qr: printCode(siteOrigin + form, text.form.title),
        },
      }),
    );
  });
}
