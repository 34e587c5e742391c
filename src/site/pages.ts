import type { SiteLanguage } from '../i18n/languages.ts';

/** What is said of a page. Each column is decided for each page: a row without one does not compile. */
interface PageRow {
  /** Its address below that of its parent, or of its language, with a slash at its end; one for all, or one for each. */
  slug: string | Readonly<Record<SiteLanguage, string>>;
  /** The page that it belongs to, for the way back up. */
  parent: 'services' | 'professionals' | null;
  /** Whether other pages lie below its address: the days of action, the reports before the newest. */
  below: boolean;
  /**
   * For whom: a person in need, everybody, the on-call team. Of the pages for a person in need most languages have the
   * one that helps at once (`help`) and those where they write, read the answer and look at pictures (`write`). A
   * language has the pages of its tiers.
   */
  tier: 'help' | 'write' | 'safe' | 'site' | 'desk';
  /** The template that shows it (src/site/templates); null where it has a route file of its own in src/pages. */
  template: Template | null;
  /** What it may do in a browser (functions/security/headers.ts). */
  policy: 'public' | 'reporter' | 'desk';
  /** Whether search engines may show it. */
  indexed: boolean;
  /** What it may weigh (tools/check/pages/sizes.ts). */
  budget: 'safe' | 'form' | 'work' | 'task' | 'home' | 'site' | 'desk';
  /** The highest LIX of what it says (tools/check/pages/readability.ts); null where that is not judged. */
  reading: number | null;
  /** Its place in the menu of the site. */
  menu: number | null;
  /** The group at the foot of the site that it stands in, and its place there. */
  footer: readonly ['help' | 'professionals' | 'us' | 'site', number] | null;
}

/** A template of src/site/templates, by what it is for. */
export type Template =
  | ('about' | 'campaigns' | 'centres' | 'contact' | 'donate' | 'downloads' | 'faq')
  | ('refer' | 'safe' | 'service' | 'services' | 'signs' | 'text');

/**
 * Every page of the site in each language, one row a page. Its address, policy, budget, place in menus and sitemap, and
 * what tests expect of it come from here.
 *
 * Pages for a person in need have neutral addresses that say nothing in a browser's history, the same in every language:
 * everything is under `info/`, the form is `a`, the mailbox `b`; at `g` one looks at eight pictures. A request for copies or a training is `f`, so that who
 * sees an address can't tell one form from another; professionals refer at `w`. Another centre reads at `p` what was passed
 * on to it.
 */
// biome-ignore format: a table is read down its columns
export const pages = {
  home: { slug: '', parent: null, below: false, tier: 'site',
    template: null, policy: 'public', indexed: true, budget: 'home', reading: 45, menu: null, footer: null },
  help: { slug: 'info/', parent: null, below: false, tier: 'help',
    template: null, policy: 'public', indexed: true, budget: 'safe', reading: 27, menu: 1, footer: ['help', 1] },
  form: { slug: 'info/a/', parent: null, below: false, tier: 'write',
    template: null, policy: 'reporter', indexed: false, budget: 'form', reading: 27, menu: null, footer: ['help', 2] },
  mailbox: { slug: 'info/b/', parent: null, below: false, tier: 'write',
    template: null, policy: 'reporter', indexed: false, budget: 'task', reading: 27, menu: null, footer: ['help', 3] },
  worried: { slug: 'info/c/', parent: null, below: false, tier: 'safe',
    template: 'safe', policy: 'public', indexed: true, budget: 'safe', reading: 30, menu: null, footer: ['help', 4] },
  phone: { slug: 'info/d/', parent: null, below: false, tier: 'safe',
    template: 'safe', policy: 'public', indexed: true, budget: 'safe', reading: 30, menu: null, footer: ['help', 6] },
  rights: { slug: 'info/e/', parent: null, below: false, tier: 'safe',
    template: 'safe', policy: 'public', indexed: true, budget: 'safe', reading: 30, menu: null, footer: ['help', 5] },
  request: { slug: 'info/f/', parent: null, below: false, tier: 'site',
    template: null, policy: 'reporter', indexed: false, budget: 'task', reading: 27, menu: null, footer: ['professionals', 6] },
  mine: { slug: 'info/g/', parent: null, below: false, tier: 'write',
    template: null, policy: 'public', indexed: true, budget: 'safe', reading: 30, menu: null, footer: ['help', 7] },
  work: { slug: 'info/w/', parent: null, below: false, tier: 'site',
    template: null, policy: 'reporter', indexed: false, budget: 'work', reading: 30, menu: null, footer: null },
  services: { slug: { nl: 'wat-we-doen/', fr: 'ce-que-nous-faisons/', en: 'what-we-do/' }, parent: null, below: false, tier: 'site',
    template: 'services', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: 2, footer: ['us', 2] },
  'service:tailored': { slug: { nl: 'op-maat/', fr: 'sur-mesure/', en: 'tailored-help/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:shelter': { slug: { nl: 'opvang/', fr: 'hebergement/', en: 'shelter/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:legal': { slug: { nl: 'juridisch/', fr: 'aide-juridique/', en: 'legal-help/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:administrative': { slug: { nl: 'papieren/', fr: 'papiers/', en: 'papers/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:psychosocial': { slug: { nl: 'psychosociaal/', fr: 'aide-psychosociale/', en: 'psychosocial-help/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:housing': { slug: { nl: 'wonen/', fr: 'logement/', en: 'housing/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:activities': { slug: { nl: 'groepsactiviteiten/', fr: 'activites-de-groupe/', en: 'group-activities/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  'service:projects': { slug: { nl: 'projecten/', fr: 'projets/', en: 'projects/' }, parent: 'services', below: false, tier: 'site',
    template: 'service', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: null },
  trafficking: { slug: { nl: 'wat-is-mensenhandel/', fr: 'traite-des-etres-humains/', en: 'what-is-human-trafficking/' }, parent: null, below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['us', 3] },
  centres: { slug: { nl: 'de-drie-centra/', fr: 'les-trois-centres/', en: 'the-three-centres/' }, parent: null, below: false, tier: 'site',
    template: 'centres', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['us', 4] },
  professionals: { slug: { nl: 'professionals/', fr: 'professionnels/', en: 'professionals/' }, parent: null, below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: null, menu: 3, footer: ['professionals', 1] },
  signs: { slug: { nl: 'signalen/', fr: 'signaux/', en: 'signs/' }, parent: 'professionals', below: false, tier: 'site',
    template: 'signs', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['professionals', 2] },
  refer: { slug: { nl: 'aanmelden/', fr: 'orienter/', en: 'refer/' }, parent: 'professionals', below: false, tier: 'site',
    template: 'refer', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['professionals', 3] },
  training: { slug: { nl: 'vorming/', fr: 'formation/', en: 'training/' }, parent: 'professionals', below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['professionals', 4] },
  downloads: { slug: { nl: 'materiaal/', fr: 'materiel/', en: 'materials/' }, parent: 'professionals', below: false, tier: 'site',
    template: 'downloads', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['professionals', 5] },
  donate: { slug: { nl: 'steun-ons/', fr: 'faire-un-don/', en: 'donate/' }, parent: null, below: false, tier: 'site',
    template: 'donate', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: 5, footer: ['us', 7] },
  report: { slug: { nl: 'jaarverslag/', fr: 'rapport-annuel/', en: 'annual-report/' }, parent: null, below: true, tier: 'site',
    template: null, policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['us', 5] },
  campaigns: { slug: { nl: 'acties/', fr: 'campagnes/', en: 'campaigns/' }, parent: null, below: true, tier: 'site',
    template: 'campaigns', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['us', 6] },
  about: { slug: { nl: 'over-ons/', fr: 'qui-sommes-nous/', en: 'about/' }, parent: null, below: false, tier: 'site',
    template: 'about', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: 4, footer: ['us', 1] },
  faq: { slug: { nl: 'vragen/', fr: 'questions/', en: 'questions/' }, parent: null, below: false, tier: 'site',
    template: 'faq', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['site', 2] },
  contact: { slug: 'contact/', parent: null, below: false, tier: 'site',
    template: 'contact', policy: 'public', indexed: true, budget: 'site', reading: 45, menu: null, footer: ['site', 1] },
  privacy: { slug: { nl: 'privacy/', fr: 'vie-privee/', en: 'privacy/' }, parent: null, below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['site', 3] },
  accessibility: { slug: { nl: 'toegankelijkheid/', fr: 'accessibilite/', en: 'accessibility/' }, parent: null, below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['site', 4] },
  legal: { slug: { nl: 'wettelijke-vermeldingen/', fr: 'mentions-legales/', en: 'legal-notice/' }, parent: null, below: false, tier: 'site',
    template: 'text', policy: 'public', indexed: true, budget: 'site', reading: null, menu: null, footer: ['site', 5] },
  partner: { slug: 'p/', parent: null, below: false, tier: 'site',
    template: null, policy: 'reporter', indexed: false, budget: 'task', reading: 45, menu: null, footer: null },
  desk: { slug: 'desk/', parent: null, below: false, tier: 'desk',
    template: null, policy: 'desk', indexed: false, budget: 'desk', reading: null, menu: null, footer: null },
} as const satisfies Readonly<Record<string, PageRow>>;

/** The name of a page, the same in every language. */
export type PageName = keyof typeof pages;

/** The names of the pages that have this in a column: `PagesWhere<'tier', 'safe'>`. */
export type PagesWhere<Column extends keyof PageRow, Value> = {
  [Name in PageName]: (typeof pages)[Name][Column] extends Value ? Name : never;
}[PageName];

/** A row of the table. */
export type Page = Readonly<PageRow>;

/** What is said of what is no page of a language: the choice of one, and what says at either host that nothing is there. */
export const apart = {
  start: { policy: 'public', indexed: true, budget: 'safe', reading: null },
  notFound: { policy: 'public', indexed: false, budget: 'safe', reading: null },
  notFoundAtDesk: { policy: 'desk', indexed: false, budget: 'desk', reading: null },
} as const satisfies Record<string, Pick<PageRow, 'policy' | 'indexed' | 'budget' | 'reading'>>;
