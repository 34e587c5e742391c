import type { Page, PagesWhere } from './pages.ts';
import { type PageName, pageNames, parentOf, rowOf } from './routes.ts';

/** The pages of the menu, in its order. Each has its words under `menu` in content/<lang>/ui/site.json. */
export const menu = pageNames
  .filter((page): page is PagesWhere<'menu', number> => rowOf(page).menu !== null)
  .sort((a, b) => Number(rowOf(a).menu) - Number(rowOf(b).menu));

/** A group at the foot of the site, and a page that stands in one. */
type Group = NonNullable<Page['footer']>[0];
type InFooter = PagesWhere<'footer', readonly [Group, number]>;

const isInFooter = (page: PageName): page is InFooter => rowOf(page).footer !== null;
const placeOf = (page: PageName) => rowOf(page).footer?.[1] ?? 0;

/** Every page at the foot of the site, by group. The words are under `groups` and `nav`. */
export const footer = (['help', 'professionals', 'us', 'site'] as const satisfies Group[]).map((group) => ({
  group,
  pages: pageNames
    .filter(isInFooter)
    .filter((page) => rowOf(page).footer?.[0] === group)
    .sort((a, b) => placeOf(a) - placeOf(b)),
}));

/** The pages beside a page: its parent first, then those below the same parent. Empty where it stands alone. */
export function section(page: PageName): PageName[] {
  const parent = parentOf(page) ?? page;
  const children = pageNames.filter((name) => parentOf(name) === parent);
  return children.length > 0 ? [parent, ...children] : [];
}
