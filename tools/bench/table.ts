/** One line of the table: what was measured, what we need, and what it is held against. */
export type Row = { what: string; ours: string; theirs?: string };

/** Prints rows as a table whose columns line up. */
export function printTable(rows: readonly Row[]): void {
  const width = (cells: string[]) => Math.max(...cells.map((cell) => cell.length));
  const [what, ours] = [width(rows.map((row) => row.what)), width(rows.map((row) => row.ours))];
  for (const row of rows) {
    console.log(`${row.what.padEnd(what)}   ${row.ours.padStart(ours)}   ${row.theirs ?? ''}`.trimEnd());
  }
}
