import { factOf, isShown } from '../facts/facts.ts';
import { emergency, helpTelephone } from '../facts/telephone.ts';
import { translator } from '../i18n/translator.ts';
import { type Typefaces, typefacesOf } from './fonts.ts';
import { directionOf, type PrintLanguage, siteLanguageOf } from './languages.ts';

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
  /** Whether its words were checked by a native speaker. */
  confirmed: boolean;
  /** The file in src/print/templates, without its ending. */
  template: string;
  data: Record<string, unknown>;
}

/** What a document says of itself before it has the rest. */
type Outline = Pick<PrintDocument, 'item' | 'language' | 'paper' | 'pages' | 'title' | 'template'> & {
  file: string;
  offeredOn?: PrintDocument['offeredOn'];
  ink?: Ink;
  copies?: number;
  /** Whether it has no other version: its name then tells no paper. */
  single?: boolean;
  confirmed?: boolean;
  /** Whether it shows something else, beside the facts below, that is not confirmed. */
  unsure?: boolean;
  /** The facts that it shows and that may be unconfirmed, beside the telephone number. */
  facts?: string[];
  /** What the template needs beyond what all have. */
  data: Record<string, unknown>;
};

/**
 * Completes a document: its path, and the data that every template gets. Where it shows a fact that is not confirmed,
 * which never happens in production, it says on its edge that it is a draft: paper can't be corrected.
 */
export function printDocument({
  file,
  offeredOn = 'downloads',
  ink = 'colour',
  single = false,
  confirmed = true,
  unsure = false,
  facts = [],
  ...outline
}: Outline): PrintDocument {
  const { language, paper, copies, title } = outline;
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
    confirmed,
    path: `/print/${language}/${name}.pdf`,
    data: {
      ...papers[paper],
      ...setting(language),
      title,
      author: ['PAG-ASA'],
      ink,
      draft: open || unsure ? translator(siteLanguageOf(language), 'site')('downloads.draft') : null,
      number: unbroken(helpTelephone().shown),
      emergency: emergency.shown,
      ...outline.data,
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
