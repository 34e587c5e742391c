import type { Language } from './languages.ts';

/**
 * Where each page lives, below its language. Pages of the safe tier have neutral addresses that say nothing
 * in a browser's history: everything for a person in need is under `info/`, the form is `a`, the mailbox `b`.
 */
const slugs = {
  home: { nl: '', fr: '', en: '' },
  help: { nl: 'info/', fr: 'info/', en: 'info/' },
  form: { nl: 'info/a/', fr: 'info/a/', en: 'info/a/' },
  mailbox: { nl: 'info/b/', fr: 'info/b/', en: 'info/b/' },
  desk: { nl: 'desk/', fr: 'desk/', en: 'desk/' },
} as const satisfies Record<string, Record<Language, string>>;

/** The name of a page, the same in every language. */
export type PageName = keyof typeof slugs;

/** The path of a page in a language, with its trailing slash: `pathTo('help', 'nl')` is `/nl/info/`. */
export function pathTo(page: PageName, language: Language): string {
  return `/${language}/${slugs[page][language]}`;
}
