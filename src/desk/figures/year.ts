import type { Tally } from '../../protocol/items/kinds/tally.ts';
import { protect, SMALLEST_GROUP, type Told, type ToldTable } from './protect.ts';
import {
  COUNTED,
  type Counted,
  FIGURE_TABLE_NAMES,
  FIGURE_TABLES,
  type FigureTable,
  type FigureTableName,
  isCounted,
} from './tables.ts';

/** A table of a year as it may be told: its numbers, row by row; null where it can't be told. */
export type YearTable = { name: FigureTableName; told: ToldTable | null };

/** The figures of a year as they may be told: how many there were of each, and the tables. */
export type YearFigures = { year: number; totals: Record<Counted, Told>; tables: YearTable[] };

/** Counts a year's tallies into its tables, and hides what is too small to be told. */
export function yearFigures(year: number, tallies: readonly Tally[]): YearFigures {
  const own = tallies.filter(({ month }) => month.startsWith(`${year}-`));
  const count = (of: Counted) => own.filter(isCounted[of]).length;
  // How many are left beside some of them follows from both, so that must not be few either.
  const isLarge = (of: Counted) => count(of) >= SMALLEST_GROUP && !isFew(count('contacts') - count(of));
  // The total of who wrote is a number of the channels too: it is shown in both or in neither.
  const channels = isLarge('written') ? told(FIGURE_TABLES.channels, own) : null;
  const isTold = (of: Counted) => isLarge(of) && (of !== 'written' || channels !== null);
  const tables = FIGURE_TABLE_NAMES.map((name): YearTable => {
    const { shown, ...table }: FigureTable = FIGURE_TABLES[name];
    if (!isTold(table.of)) return { name, told: null };
    return { name, told: told(isTold('written') && shown ? { ...table, shown } : table, own) };
  });
  const totalOf = (of: Counted): Told => {
    const number = count(of);
    if (isTold(of) || number === 0) return number;
    return isFew(number) ? 'few' : 'hidden';
  };
  const totals = Object.fromEntries(COUNTED.map((of) => [of, totalOf(of)])) as Record<Counted, Told>;
  return { year, totals, tables };
}

const isFew = (number: number) => number > 0 && number < SMALLEST_GROUP;

/** A table as it may be told. */
function told({ shown = [], ...table }: FigureTable, tallies: readonly Tally[]): ToldTable | null {
  const names = table.columns?.names ?? [''];
  const own = tallies.filter(isCounted[table.of]);
  const inColumn = (tally: Tally, name: string) => !table.columns || table.columns.of(tally) === name;
  const counts = table.rows.map((row) =>
    names.map((name) => own.filter((tally) => table.row(tally) === row && inColumn(tally, name)).length),
  );
  return protect(counts, (row) => shown.includes(table.rows[row] ?? ''));
}
