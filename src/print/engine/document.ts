import { factOf, isShown } from '../../facts/facts.ts';
import { emergency, helpTelephone } from '../../facts/telephone.ts';
import { directionOf, type PrintLanguage } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translator.ts';
import { siteLanguageOf } from '../catalogue/site-language.ts';
import { type Typefaces, typefacesOf } from './fonts.ts';

/** The papers, in millimetres. */
export const papers = {
  '85x55': { width: 85, height: 55 },
  a5: { width: 148, height: 210 },
  a4: { width: 210, height: 297 },
  a3: { width: 297, height: 420 },
} as const;
export type Paper = keyof typeof papers;

/** With colour, or black alone: for a printer that has nothing else, or little of it. */
export type Ink = 'colour' | 'black';

/** A PDF that is made: what it is, and what its template needs. */
export interface PrintDocument {
  /** What it is one version of: an item of the downloads page, or a report. */
  item: string;
  /** The page that offers it. */
  offeredOn: 'downloads' | 'report';
  language: PrintLanguage;
  paper: Paper;
  ink: Ink;
  /** How many of it are on one page, where more than one. */
  copies?: number;
  /** How many pages it has; of what is as long as its texts are, how many at most. */
  pages: number | { most: number };
  title: string;
  /** Below the site: `/print/nl/kaartje-85x55.pdf`. */
  path: string;
  /** Whether each of its texts was read by somebody who speaks its language. */
  confirmed: boolean;
  /** The languages that it speaks, where they are more than its own. */
  speaks: readonly PrintLanguage[];
  /** The file in src/print/templates, without its ending. */
  template: string;
  data: Record<string, unknown>;
}

/** What a document says of itself before it has the rest. */
type Outline = Pick<
  PrintDocument,
  'item' | 'language' | 'paper' | 'pages' | 'title' | 'template' | 'confirmed'
> & {
  file: string;
  offeredOn?: PrintDocument['offeredOn'];
  ink?: Ink;
  copies?: number;
  /** Whether it has no other version: its name then tells no paper. */
  single?: boolean;
  speaks?: readonly PrintLanguage[];
  /** Whether it shows something else, beside the facts below, that is not confirmed. */
  unsure?: boolean;
  /** The facts that it shows and that may be unconfirmed, beside the telephone number. */
  facts?: string[];
  /** What the template needs beyond what all have. */
  data: Record<string, unknown>;
};

/**
 * Completes a document: its path, and the data that every template gets. Where it shows a fact that is not confirmed,
 * which never happens in production, it says on its edge that it is a draft: paper can't be corrected. Where nobody who
 * speaks its language has read it, it says so across each page, to the team: in the language of the site that is nearest.
 */
export function printDocument({
  file,
  offeredOn = 'downloads',
  ink = 'colour',
  single = false,
  speaks,
  unsure = false,
  facts = [],
  ...outline
}: Outline): PrintDocument {
  const { language, paper, copies, title, confirmed } = outline;
  const t = translator(siteLanguageOf(language), 'site');
  const endings = [
    single ? '' : paper,
    copies === undefined ? '' : `x${copies}`,
    ink === 'black' ? 'zw' : '',
  ];
  const open = ['centre.telephone', ...facts].some((key) => isShown(key) && !factOf(key).confirmed);
  const name = [file, ...endings.filter(Boolean)].join('-');
  return {
    ...outline,
    offeredOn,
    ink,
    speaks: speaks ?? [language],
    path: `/print/${language}/${name}.pdf`,
    data: {
      ...papers[paper],
      ...setting(language),
      title,
      author: ['PAG-ASA'],
      ink,
      draft: open || unsure ? t('downloads.draft') : null,
      unread: confirmed ? null : { word: t('downloads.draftWord'), why: t('downloads.unread') },
      number: unbroken(helpTelephone().shown),
      emergency: emergency.shown,
      ...withoutSmallMarks(outline.data),
    },
  };
}

/** How words of a language are set: what Typst needs to know of it. */
export interface Setting {
  lang: string;
  region: string | null;
  dir: 'ltr' | 'rtl';
  fonts: Typefaces;
}

/** The setting of a language, for a document or for a piece of one. */
export function setting(language: PrintLanguage): Setting {
  const [lang = '', region = null] = language.split('-');
  return { lang, region, dir: directionOf(language), fonts: typefacesOf(language) };
}

/** Keeps the groups of a number together. */
export const unbroken = (number: string) => number.replaceAll(' ', '\u00a0');

/** The small marks above and below Arabic letters, from tanwin to sukun. */
export const SMALL_MARKS = /[\u064b-\u0652]/g;

/**
 * Data without the small marks of Arabic script. Readers of PDF give a letter with such a mark twice and in another
 * place, so whoever copies a sentence or has it read aloud gets rubbish; on paper people read without them.
 */
function withoutSmallMarks(data: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(SMALL_MARKS, '') : value,
  );
}
