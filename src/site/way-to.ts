import type { Language } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import type { PagesWhere } from './pages.ts';
import { type PageName, rowOf } from './routes.ts';

type SafePage = PagesWhere<'tier', 'help' | 'write' | 'safe'>;
type Service = PagesWhere<'template', 'service'>;

const isSafePage = (page: PageName): page is SafePage => ['help', 'write', 'safe'].includes(rowOf(page).tier);

/** What the way to a page is called in a language; a service is called by the title of its text. */
export function wayTo(page: Exclude<PageName, Service>, language: Language): string {
  return isSafePage(page)
    ? translator(language, 'safe')(`nav.${page}`)
    : translator(language, 'site')(`nav.${page}`);
}
