import { languages } from './languages.ts';

/** `getStaticPaths` of a page below `[lang]`: one path for each language, which the page gets as the prop `lang`. */
export function languagePaths() {
  return languages.map((lang) => ({ params: { lang }, props: { lang } }));
}
