import { type PageName, pageNames, parentOf } from './routes.ts';

/** The pages of the menu, in its order. Each has its words under `menu` in content/<lang>/ui/site.json. */
export const menu = [
  'help',
  'services',
  'professionals',
  'about',
  'donate',
] as const satisfies readonly PageName[];

/** Every page at the foot of the brand tier, by group. Their words are under `groups` and `nav`. */
export const footer = {
  help: ['help', 'form', 'mailbox', 'worried', 'rights', 'phone'],
  professionals: ['professionals', 'signs', 'refer', 'training', 'downloads', 'request'],
  us: ['about', 'services', 'trafficking', 'centres', 'report', 'campaigns', 'donate'],
  site: ['contact', 'faq', 'privacy', 'accessibility', 'legal'],
} as const satisfies Record<string, readonly PageName[]>;

/** The pages beside a page: its parent first, then those below the same parent. Empty where it stands alone. */
export function section(page: PageName): PageName[] {
  const parent = parentOf(page) ?? page;
  const children = pageNames.filter((name) => parentOf(name) === parent);
  return children.length > 0 ? [parent, ...children] : [];
}
