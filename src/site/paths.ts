import type { Language } from '../i18n/languages.ts';
import { languagesWith, type PageName, slugOf } from './routes.ts';

/** `getStaticPaths` of a page below `[lang]`: one path for each language that has it, which it gets as the prop `lang`. */
export const languagePaths = <Page extends PageName>(page: Page) => pathsIn(languagesWith(page));

/** One path for each of some languages, which the page gets as the prop `lang`. */
export const pathsIn = <Tag extends Language>(languages: readonly Tag[]) =>
  languages.map((lang) => ({ params: { lang }, props: { lang } }));

/**
 * `getStaticPaths` of a route that serves several pages: one path for each page and language. The parameter `page` is
 * what the address has after `base` (`/nl/` by itself, or `/nl/info/`); the route gets `lang` and `page` as props.
 */
export function pagePaths<Page extends PageName>(pages: readonly Page[], base: '' | 'info/' = '') {
  return pages.flatMap((page) =>
    languagesWith(page).map((lang) => ({
      params: { lang, page: slugOf(page, lang).slice(base.length, -1) },
      props: { lang, page },
    })),
  );
}
