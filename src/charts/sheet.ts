/** A number of a chart: what is drawn (nothing where it is too small to be told) and what is written. */
export interface Cell {
  value: number | undefined;
  text: string;
}

/** A row of a chart: a year, a country. */
export interface Row {
  name: string;
  /** The year, where the row is one. */
  year: number | undefined;
  cells: readonly Cell[];
  marked: boolean;
}

/** A series in one language: the one source of a chart, of the table beneath it and of its CSV file. */
export interface Sheet {
  /** The series' own name, for ids and addresses. */
  name: string;
  title: string;
  finding: string;
  unit: string;
  rowsAre: string;
  columns: readonly string[];
  rows: readonly Row[];
  /** The rows that the chart draws. */
  drawn: readonly Row[];
  note: string | undefined;
  period: string;
}

/** The largest number that a chart draws. */
export function largest(rows: readonly Row[]): number {
  return Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)));
}
