import type { Compared } from './rounds.ts';

/**
 * One line of the table: what was measured, what we need, and what it is held against. `holds`: whether it is within its
 * limit, where it has one.
 */
export type Row = { what: string; ours: string; theirs?: string; holds?: boolean };

/** A line of what was done a second beside a bare thing that does no more than it must. `goal`: the least ratio. */
export function ratioRow(
  what: string,
  { ours, bare, ratio, spread }: Compared,
  of: string,
  goal: number,
): Row {
  const [is, apart] = [ratio.toFixed(2), `${Math.round(spread * 100)} %`];
  return {
    what,
    ours: ours.toFixed(0),
    theirs: `${of} ${bare.toFixed(0)}: ${is} of it (rounds ${apart} apart), at least ${goal.toFixed(2)}`,
    holds: ratio >= goal,
  };
}

/** A line that has a limit. */
export function limitRow(what: string, is: number, most: number, unit: string): Row {
  return { what, ours: `${is} ${unit}`, theirs: `at most ${most} ${unit}`, holds: is <= most };
}

/** Prints rows as a table whose columns line up; in front of each whether it is within its limit. */
export function printTable(rows: readonly Row[]): void {
  const width = (cells: string[]) => Math.max(...cells.map((cell) => cell.length));
  const [what, ours] = [width(rows.map((row) => row.what)), width(rows.map((row) => row.ours))];
  for (const row of rows) {
    const mark = row.holds === undefined ? ' ' : row.holds ? '✓' : '✗';
    const cells = [mark, row.what.padEnd(what), ` ${row.ours.padStart(ours)}`, ` ${row.theirs ?? ''}`];
    console.log(cells.join(' ').trimEnd());
  }
}
