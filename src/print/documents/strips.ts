import { languages } from '../../i18n/languages.ts';
import { type PrintDocument, printDocument, setting } from '../document.ts';
import { languagesOf, materialText } from '../texts.ts';

/** The poster with strips: the question in every language; the first of the three of the site leads. */
export function strips(): PrintDocument[] {
  const questions = languagesOf('card').map((language) => {
    const { question, call } = materialText('card', language);
    return { ...setting(language), question, call, language };
  });
  return languages.flatMap((language) => {
    const { title, file } = materialText('strips', language);
    const own = questions.filter((entry) => entry.language === language);
    const data = { questions: [...own, ...questions.filter((entry) => entry.language !== language)] };
    const poster = { item: 'strips', language, pages: 1, title, file, template: 'strips', data };
    return [
      printDocument({ ...poster, paper: 'a4' }),
      printDocument({ ...poster, paper: 'a3' }),
      printDocument({ ...poster, paper: 'a4', ink: 'black' }),
    ];
  });
}
