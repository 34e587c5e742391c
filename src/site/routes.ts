import type { Language } from '../i18n/languages.ts';

type Slugs = Record<Language, string>;

/** The same address in every language. */
const same = (slug: string): Slugs => ({ nl: slug, fr: slug, en: slug });

/** Addresses below another page. */
const below = (parent: Slugs, { nl, fr, en }: Slugs): Slugs => ({
  nl: parent.nl + nl,
  fr: parent.fr + fr,
  en: parent.en + en,
});

const services: Slugs = { nl: 'wat-we-doen/', fr: 'ce-que-nous-faisons/', en: 'what-we-do/' };
const professionals: Slugs = { nl: 'professionals/', fr: 'professionnels/', en: 'professionals/' };

/**
 * Where each page lives, below its language. Pages of the safe tier have neutral addresses that say nothing
 * in a browser's history: everything for a person in need is under `info/`, the form is `a`, the mailbox `b`. A request
 * for copies or a training is `f`, so that who sees an address can't tell one form from another.
 */
const slugs = {
  home: same(''),
  help: same('info/'),
  form: same('info/a/'),
  mailbox: same('info/b/'),
  worried: same('info/c/'),
  phone: same('info/d/'),
  rights: same('info/e/'),
  request: same('info/f/'),
  services,
  'service:tailored': below(services, { nl: 'op-maat/', fr: 'sur-mesure/', en: 'tailored-help/' }),
  'service:shelter': below(services, { nl: 'opvang/', fr: 'hebergement/', en: 'shelter/' }),
  'service:legal': below(services, { nl: 'juridisch/', fr: 'aide-juridique/', en: 'legal-help/' }),
  'service:administrative': below(services, { nl: 'papieren/', fr: 'papiers/', en: 'papers/' }),
  'service:psychosocial': below(services, {
    nl: 'psychosociaal/',
    fr: 'aide-psychosociale/',
    en: 'psychosocial-help/',
  }),
  'service:housing': below(services, { nl: 'wonen/', fr: 'logement/', en: 'housing/' }),
  'service:activities': below(services, {
    nl: 'groepsactiviteiten/',
    fr: 'activites-de-groupe/',
    en: 'group-activities/',
  }),
  'service:projects': below(services, { nl: 'projecten/', fr: 'projets/', en: 'projects/' }),
  trafficking: {
    nl: 'wat-is-mensenhandel/',
    fr: 'traite-des-etres-humains/',
    en: 'what-is-human-trafficking/',
  },
  centres: { nl: 'de-drie-centra/', fr: 'les-trois-centres/', en: 'the-three-centres/' },
  professionals,
  signs: below(professionals, { nl: 'signalen/', fr: 'signaux/', en: 'signs/' }),
  refer: below(professionals, { nl: 'aanmelden/', fr: 'orienter/', en: 'refer/' }),
  training: below(professionals, { nl: 'vorming/', fr: 'formation/', en: 'training/' }),
  downloads: below(professionals, { nl: 'materiaal/', fr: 'materiel/', en: 'materials/' }),
  donate: { nl: 'steun-ons/', fr: 'faire-un-don/', en: 'donate/' },
  report: { nl: 'jaarverslag/', fr: 'rapport-annuel/', en: 'annual-report/' },
  campaigns: { nl: 'acties/', fr: 'campagnes/', en: 'campaigns/' },
  about: { nl: 'over-ons/', fr: 'qui-sommes-nous/', en: 'about/' },
  faq: { nl: 'vragen/', fr: 'questions/', en: 'questions/' },
  contact: same('contact/'),
  privacy: { nl: 'privacy/', fr: 'vie-privee/', en: 'privacy/' },
  accessibility: { nl: 'toegankelijkheid/', fr: 'accessibilite/', en: 'accessibility/' },
  legal: { nl: 'wettelijke-vermeldingen/', fr: 'mentions-legales/', en: 'legal-notice/' },
  desk: same('desk/'),
} as const satisfies Record<string, Slugs>;

/** The name of a page, the same in every language. */
export type PageName = keyof typeof slugs;

/** Every page, in the order of the table above. */
export const pageNames = Object.keys(slugs) as PageName[];

/** Narrows a name from a text to a page. */
export function isPageName(name: string): name is PageName {
  return Object.hasOwn(slugs, name);
}

/** Narrows a page to one of the services. */
export function isService(page: PageName): page is Extract<PageName, `service:${string}`> {
  return page.startsWith('service:');
}

/** The path of a page in a language, with its trailing slash: `pathTo('help', 'nl')` is `/nl/info/`. */
export function pathTo(page: PageName, language: Language): string {
  return `/${language}/${slugs[page][language]}`;
}

/** The texts of the safe tier. */
export const safeTexts = ['worried', 'phone', 'rights'] as const satisfies readonly PageName[];

/** The pages that have a route file of their own; every other belongs to src/pages/[lang]/[...page].astro. */
const apart: readonly PageName[] = [
  'home',
  'help',
  'form',
  'mailbox',
  'request',
  'desk',
  'report',
  ...safeTexts,
];

/** The pages of the brand tier but home. */
export const brandPages = pageNames.filter((page) => !apart.includes(page));

/** The pages that search engines may show: all that speak to everybody. */
export const indexedPages = pageNames.filter(
  (page) => !['form', 'mailbox', 'request', 'desk'].includes(page),
);

/** The pages that have others below them. */
export type UpPage = 'services' | 'professionals' | 'campaigns';

/** The page that a page belongs to, for the way back up; nothing for a page of the first row. */
export function parentOf(page: PageName): UpPage | undefined {
  if (isService(page)) return 'services';
  if (['signs', 'refer', 'training', 'downloads'].includes(page)) return 'professionals';
  return undefined;
}
