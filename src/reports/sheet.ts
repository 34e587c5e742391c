import type { Sheet } from '../charts/sheet.ts';
import { formatNumber } from '../facts/format-number.ts';
import type { SiteLanguage } from '../i18n/languages.ts';
import { fillPlain } from '../texts/fill.ts';
import { type Series, SMALLEST_GROUP } from './series.ts';

/** What is written in place of a number that is too small to be told. */
const FEW = `1–${SMALLEST_GROUP - 1}`;

/** What is written in place of a number that would give a small one away. */
const HIDDEN = '×';

/** The years of a period as they are written: one year, or from the first to the last. */
export const years = ({ from, to }: Series['period']) => (from === to ? `${from}` : `${from}–${to}`);

/** A series as people read it in a language. */
export function sheetOf(name: string, series: Series, lang: SiteLanguage): Sheet {
  const rows = series.rows.map(({ id, name, values, marked = false }) => ({
    name: name?.[lang] ?? String(id),
    year: typeof id === 'number' ? id : undefined,
    marked,
    cells: values.map((value) =>
      typeof value === 'number'
        ? { value, text: formatNumber(value, lang) }
        : { value: undefined, text: value === 'few' ? FEW : HIDDEN },
    ),
  }));
  return {
    name,
    title: series.title[lang],
    finding: fillPlain(series.finding[lang], lang),
    unit: series.unit[lang],
    rowsAre: series.rowsAre[lang],
    columns: series.columns.map(({ name }) => name[lang]),
    rows,
    drawn: rows.slice(0, series.drawn),
    note: series.note?.[lang],
    period: years(series.period),
  };
}
