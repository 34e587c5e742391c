import type { Language } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translator.ts';

/**
 * The words around the questions of a form that is sealed (src/reporter/sealed-form): of what it opens with, of errors and of what was not sent, and of its cover.
 * What speaks to nobody in particular is said as the form of everybody says it.
 */
export function wordsAround(lang: Language, name: 'form' | 'request' | 'work') {
  const t = translator(lang, name);
  const form = translator(lang, 'form');
  const own =
    name === 'form'
      ? { unsent: form('unsent.text'), fault: form('fault.text'), warning: form('cover.warning') }
      : {
          unsent: translator(lang, name)('unsent'),
          fault: translator(lang, name)('fault'),
          warning: translator(lang, 'request')('coverWarning'),
        };
  return {
    opening: {
      short: t('short'),
      kept: t('start.kept'),
      returned: t('returned'),
      mailbox: form('receipt.mailbox'),
      insideApp: t('inApp'),
    },
    around: {
      title: t('title'),
      summary: form('summary'),
      unsent: {
        title: form('unsent.title'),
        text: own.unsent,
        again: form('unsent.again'),
        crowded: form('unsent.crowded'),
      },
      fault: { title: form('fault.title'), text: own.fault },
    },
    notReady: { title: t('notReady.title'), text: t('notReady.text') },
    noScript: { title: t('noScript.title'), text: t('noScript.text') },
    cover: {
      title: form('cover.title'),
      text: form('cover.text'),
      warning: own.warning,
      back: form('cover.back'),
    },
  };
}
