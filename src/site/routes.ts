import { type Language, type LanguageOf, languagesOf, speaks } from '../i18n/languages.ts';
import { apart, type Page, type PageName, type PagesWhere, pages } from './pages.ts';
import { isShownLanguage, shownLanguages } from './shown-languages.ts';

export type { PageName } from './pages.ts';

/** Every page, in the order of the table. */
export const pageNames = Object.keys(pages) as PageName[];

/** The row of a page. */
export const rowOf = (page: PageName): Page => pages[page];

/** Narrows a name from a text to a page. */
export function isPageName(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}

/** Narrows a page to one of the services. */
export function isService(page: PageName): page is PagesWhere<'template', 'service'> {
  return rowOf(page).template === 'service';
}

/** Whether a page exists in a language, which has the pages of its tiers, and whether this build shows it. */
export const isIn = (page: PageName, language: Language): boolean => {
  const { tier } = rowOf(page);
  return speaks(language, tier) && isShownLanguage(language, tier);
};

/** The languages that a page exists in. */
export const languagesWith = <Page extends PageName>(page: Page) =>
  shownLanguages().filter((language) => isIn(page, language)) as (Language &
    LanguageOf<(typeof pages)[Page]['tier']>)[];

/** The pages that exist in a language. */
export const pagesIn = (language: Language): PageName[] => pageNames.filter((page) => isIn(page, language));

/** The page that a language begins with: home, or the one for a person in need where it has no other. */
export const firstPage = (language: Language): PageName => (isIn('home', language) ? 'home' : 'help');

/**
 * What the address of a page has after its language, with a slash at its end unless it is empty: `info/a/`. Throws, and
 * so fails the build, where the language does not have the page.
 */
export function slugOf(page: PageName, language: Language): string {
  const { slug, parent } = rowOf(page);
  const own = typeof slug === 'string' ? slug : speaks(language, 'site') ? slug[language] : undefined;
  if (own === undefined || !isIn(page, language)) throw new Error(`There is no page ${page} in ${language}`);
  return parent === null ? own : slugOf(parent, language) + own;
}

/** The path of a page in a language, with its trailing slash: `pathTo('help', 'nl')` is `/nl/info/`. */
export function pathTo(page: PageName, language: Language): string {
  return `/${language}/${slugOf(page, language)}`;
}

/** Where the name of the site leads: home in the language, or the choice of one where it has no home. */
export const startOf = (language: Language): string =>
  isIn('home', language) ? pathTo('home', language) : '/';

/** The pages of a tier that a template shows; every other has a route file of its own. */
export function shownByTemplate<Tier extends Page['tier']>(tier: Tier) {
  return pageNames.filter(
    (page): page is PagesWhere<'tier', Tier> & PagesWhere<'template', string> =>
      rowOf(page).tier === tier && rowOf(page).template !== null,
  );
}

/** The pages that search engines may show. */
export const indexedPages = pageNames.filter((page) => rowOf(page).indexed);

/** The pages that have others below them. */
export type UpPage = NonNullable<Page['parent']> | PagesWhere<'below', true>;

/** The page that a page belongs to, for the way back up; nothing for a page of the first row. */
export function parentOf(page: PageName): UpPage | undefined {
  return rowOf(page).parent ?? undefined;
}

/** What is built at a path: a page in a language, one below it, or what is no page of a language. */
export type Place =
  | { page: PageName; language: Language; row: Page }
  | { page: keyof typeof apart; row: (typeof apart)[keyof typeof apart] };

/**
 * What belongs at a path of the built site, `/nl/info/a/`, or the file there, `/nl/404.html`; nothing where no row of the
 * table has it.
 */
export function placeOf(path: string): Place | undefined {
  const [, first = '', rest = ''] = /^\/(?:([^/]+)\/)?(.*?)(?:index\.html)?$/.exec(path) ?? [];
  if (rest === '404.html' && (first === '' || shownLanguages().some((tag) => tag === first)))
    return { page: 'notFound', row: apart.notFound };
  if (languagesOf('desk').some((tag) => path === `${pathTo('desk', tag)}404.html`))
    return { page: 'notFoundAtDesk', row: apart.notFoundAtDesk };
  if (first === '' && rest === '') return { page: 'start', row: apart.start };
  const language = shownLanguages().find((tag) => tag === first);
  const page =
    language &&
    pagesIn(language).find((name) => {
      const slug = slugOf(name, language);
      return rest === slug || (rowOf(name).below && rest.startsWith(slug));
    });
  return page && language && { page, language, row: rowOf(page) };
}
