import { BY_HAND } from '../../protocol/items/kinds/state.ts';
import { CHANNELS, FIRST_LOOK, type Tally } from '../../protocol/items/kinds/tally.ts';
import { AGES, CITIZENSHIPS, FORMS, ORIGINS, OUTCOMES } from '../../protocol/items/register.ts';

/** Whom a table counts: everyone who came to the centre, those who wrote by the form, who is presumed to be a victim. */
export const COUNTED = ['contacts', 'written', 'victims'] as const;
export type Counted = (typeof COUNTED)[number];

/** What came and is nobody new: it is counted once already, or asks for no help. */
export const NOBODY_NEW: readonly Tally['outcome'][] = ['duplicate', 'junk', 'request-done'];

/** Whether a tally is one of those that a table counts. */
export const isCounted: Record<Counted, (tally: Tally) => boolean> = {
  contacts: ({ outcome }) => !NOBODY_NEW.includes(outcome),
  written: (tally) => isCounted.contacts(tally) && tally.channel === 'form',
  victims: (tally) => isCounted.contacts(tally) && tally.card.presumed === 'yes',
};

/** What stands in the place of what nobody wrote down. */
const UNKNOWN = 'unknown';

/** A table of the year: whom it counts, and in which row and column each of them. */
export type FigureTable = {
  of: Counted;
  rows: readonly string[];
  row: (tally: Tally) => string;
  /** Left out: one column. */
  columns?: { names: readonly string[]; of: (tally: Tally) => string };
  /** Rows whose number another table shows as the total of all: they can't be hidden. */
  shown?: readonly string[];
};

const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));

/** The languages of the country and English; all others together. */
export const LANGUAGE_ROWS = ['nl', 'fr', 'en', 'other'] as const;

function languageOf({ language }: Tally): string {
  if (language === undefined) return UNKNOWN;
  return LANGUAGE_ROWS.find((one) => one === language) ?? 'other';
}

/** Somebody with several forms of exploitation is one of `several`, so that a table adds up. */
function formOf({ card: { forms = [] } }: Tally): string {
  return forms.length > 1 ? 'several' : (forms[0] ?? UNKNOWN);
}

/**
 * The tables of a year, the same each year and no others: two that cut the same people in two ways could give together what
 * each hides. Origins are the ten of the annual report; sex, age, citizenship and form what Eurostat asks of who registers
 * victims. What says least stands last: it is hidden first.
 */
export const FIGURE_TABLES = {
  months: { of: 'contacts', rows: months, row: ({ month }) => month.slice(-2) },
  channels: { of: 'contacts', rows: CHANNELS, row: ({ channel }) => channel, shown: ['form'] },
  origins: { of: 'contacts', rows: ORIGINS, row: ({ card }) => card.origin ?? UNKNOWN },
  outcomes: {
    of: 'contacts',
    rows: [...OUTCOMES.filter((outcome) => !NOBODY_NEW.includes(outcome)), UNKNOWN],
    row: ({ outcome }) => outcome ?? UNKNOWN,
  },
  languages: { of: 'contacts', rows: [...LANGUAGE_ROWS, UNKNOWN], row: languageOf },
  urgency: { of: 'written', rows: [...BY_HAND, UNKNOWN], row: ({ urgency }) => urgency ?? UNKNOWN },
  'first-look': {
    of: 'written',
    rows: [...FIRST_LOOK, UNKNOWN],
    row: ({ firstLook }) => firstLook ?? UNKNOWN,
  },
  'sex-age': {
    of: 'victims',
    rows: AGES,
    row: ({ card }) => card.age ?? UNKNOWN,
    columns: {
      names: ['f', 'm', 'x-unknown'],
      of: ({ card: { sex } }) => (sex === 'f' || sex === 'm' ? sex : 'x-unknown'),
    },
  },
  citizenship: { of: 'victims', rows: CITIZENSHIPS, row: ({ card }) => card.citizenship ?? UNKNOWN },
  forms: {
    of: 'victims',
    rows: [...FORMS.filter((form) => form !== UNKNOWN), 'several', UNKNOWN],
    row: formOf,
  },
} as const satisfies Record<string, FigureTable>;
export type FigureTableName = keyof typeof FIGURE_TABLES;
export const FIGURE_TABLE_NAMES = Object.keys(FIGURE_TABLES) as FigureTableName[];
