/** What is said of a language. Each column is decided for each language: a row without one does not compile. */
interface LanguageRow {
  /** Its own name. */
  name: string;
  /** From where it is read, as HTML and Typst name it. */
  direction: 'ltr' | 'rtl';
  /**
   * How people in Belgium write its days and numbers, as a BCP 47 tag: by the calendar and in the figures of what they
   * read here, where a code and a telephone number stand beside a day.
   */
  locale: string;
  /**
   * Where it is there: on every page (`site`), on those for a person in need (`safe`), on those where such a person
   * writes, reads the answer and looks at pictures (`write`), on the one that helps at once (`help`), at the desk
   * (`desk`), on paper (`print`), as one that people may choose to speak (`spoken`). A language of `site`, `safe` or
   * `desk` is one of `write`, one of `write` is one of `help`, and so is one of `print`, whose leaflet that page says.
   */
  tiers: readonly Tier[];
  /** The typefaces that have its letters, on paper; null where nothing is printed in it. */
  typefaces: 'house' | 'noto' | 'arabic' | 'chinese' | null;
}

/** A part of the house that speaks a language, or does not. */
export type Tier = 'site' | 'safe' | 'write' | 'help' | 'desk' | 'print' | 'spoken';

/**
 * Every language by its BCP 47 tag, one row a language: which pages there are in it, how it is read, written and
 * printed. First those of the site, in the order in which a Belgian reader expects them; then those of print and of few
 * pages, of the people whom PAG-ASA met most in thirty years; then those that people only speak with us. Dari is printed as Persian of
 * Afghanistan, which screen readers know; who speaks Farsi or Dari chooses `fa`, and `sr` stands for Serbian, Croatian
 * and Bosnian.
 */
// biome-ignore format: a table is read down its columns
export const languageTable = {
  nl: { name: 'Nederlands', direction: 'ltr', locale: 'nl-BE', tiers: ['site', 'safe', 'write', 'help', 'desk', 'print', 'spoken'], typefaces: 'house' },
  fr: { name: 'Français', direction: 'ltr', locale: 'fr-BE', tiers: ['site', 'safe', 'write', 'help', 'desk', 'print', 'spoken'], typefaces: 'house' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB', tiers: ['site', 'safe', 'write', 'help', 'desk', 'print', 'spoken'], typefaces: 'house' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'arabic' },
  ro: { name: 'Română', direction: 'ltr', locale: 'ro', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'house' },
  bg: { name: 'Български', direction: 'ltr', locale: 'bg', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'noto' },
  sq: { name: 'Shqip', direction: 'ltr', locale: 'sq', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'house' },
  'pt-BR': { name: 'Português (Brasil)', direction: 'ltr', locale: 'pt-BR', tiers: ['write', 'help', 'print'], typefaces: 'house' },
  es: { name: 'Español', direction: 'ltr', locale: 'es', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'house' },
  vi: { name: 'Tiếng Việt', direction: 'ltr', locale: 'vi', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'noto' },
  'zh-CN': { name: '简体中文', direction: 'ltr', locale: 'zh-CN', tiers: ['write', 'help', 'print'], typefaces: 'chinese' },
  uk: { name: 'Українська', direction: 'ltr', locale: 'uk', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'noto' },
  'fa-AF': { name: 'دری', direction: 'rtl', locale: 'fa-AF-u-ca-gregory-nu-latn', tiers: ['write', 'help', 'print'], typefaces: 'arabic' },
  tr: { name: 'Türkçe', direction: 'ltr', locale: 'tr', tiers: ['write', 'help', 'print', 'spoken'], typefaces: 'house' },
  pl: { name: 'Polski', direction: 'ltr', locale: 'pl', tiers: ['spoken'], typefaces: null },
  pt: { name: 'Português', direction: 'ltr', locale: 'pt', tiers: ['spoken'], typefaces: null },
  sr: { name: 'Srpski / Hrvatski / Bosanski', direction: 'ltr', locale: 'sr-Latn', tiers: ['spoken'], typefaces: null },
  ru: { name: 'Русский', direction: 'ltr', locale: 'ru', tiers: ['spoken'], typefaces: null },
  fa: { name: 'فارسی / دری', direction: 'rtl', locale: 'fa', tiers: ['spoken'], typefaces: null },
  ps: { name: 'پښتو', direction: 'rtl', locale: 'ps', tiers: ['spoken'], typefaces: null },
  ur: { name: 'اردو', direction: 'rtl', locale: 'ur', tiers: ['spoken'], typefaces: null },
  hi: { name: 'हिन्दी', direction: 'ltr', locale: 'hi', tiers: ['spoken'], typefaces: null },
  pa: { name: 'ਪੰਜਾਬੀ', direction: 'ltr', locale: 'pa', tiers: ['spoken'], typefaces: null },
  zh: { name: '中文', direction: 'ltr', locale: 'zh', tiers: ['spoken'], typefaces: null },
} as const satisfies Readonly<Record<string, LanguageRow>>;

/** A tag of the table. */
type Tag = keyof typeof languageTable;

/** The languages of a part of the house: `LanguageOf<'print'>`. */
export type LanguageOf<T extends Tier> = {
  [Name in Tag]: T extends (typeof languageTable)[Name]['tiers'][number] ? Name : never;
}[Tag];

/** A language of the whole site, as its BCP 47 tag. */
export type SiteLanguage = LanguageOf<'site'>;

/** A language that there is a page in, or more. */
export type Language = LanguageOf<'site' | 'safe' | 'write' | 'help' | 'desk'>;

/** A language of print. */
export type PrintLanguage = LanguageOf<'print'>;

/** Whether a language is spoken by a part of the house. */
export function speaks<T extends Tier>(tag: Tag, tier: T): tag is LanguageOf<T> {
  const { tiers }: LanguageRow = languageTable[tag];
  return tiers.includes(tier);
}

/** The languages of a part of the house, in the order of the table. */
export function languagesOf<T extends Tier>(tier: T): LanguageOf<T>[] {
  return (Object.keys(languageTable) as Tag[]).filter((tag) => speaks(tag, tier));
}

/** The languages of the whole site. */
export const languages = languagesOf('site');

/** The languages that there is a page in, or more. A build may lack some (src/site/shown-languages.ts). */
export const pageLanguages = languagesOf('help');

/** The languages of print, in the order in which lists show them. */
export const printTags = languagesOf('print');

/** The language in which texts are written first: the others say what it says. */
export const original = 'nl' satisfies SiteLanguage;

/** Each language in its own name. */
export const nameOf = (tag: Tag): string => languageTable[tag].name;

/** How people in Belgium write a language, as a BCP 47 tag. */
export const localeOf = (tag: Tag): string => languageTable[tag].locale;

/** From where a language is read. */
export const directionOf = (tag: Tag): 'ltr' | 'rtl' => languageTable[tag].direction;

/** Narrows a value of unknown origin (a route parameter) to a language of the whole site. */
export function isLanguage(value: unknown): value is SiteLanguage {
  return languages.some((language) => language === value);
}

/** Narrows a value of unknown origin to a language that there is a page in. */
export function isPageLanguage(value: unknown): value is Language {
  return pageLanguages.some((language) => language === value);
}
