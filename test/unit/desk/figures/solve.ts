import type { Told, ToldTable } from '../../../../src/desk/figures/protect.ts';

/** What a reader knows of a number: itself, or between which numbers it lies. */
export type Known = { low: number; high: number };

/** Some numbers, of which the last is the sum of those before it. */
type Sum = readonly number[];

const knownOf = (told: Told, most: number): Known => {
  if (told === 'few') return { low: 1, high: 4 };
  return told === 'hidden' ? { low: 1, high: most } : { low: told, high: told };
};

/** Everything that a reader of a table knows: each number and total by its place, and what adds up to what. */
export function systemOf({ cells, rowTotals, columnTotals, total }: ToldTable) {
  const width = (cells[0]?.length ?? 0) + 1;
  const wide = width > 2;
  const lines = [...cells.map((line, row) => [...line, rowTotals[row] ?? 0]), [...columnTotals, total]];
  const known = lines.flat().map((told) => knownOf(told, total));
  const at = (row: number, column: number) => row * width + column;
  const across = lines.map((line, row) => line.map((_, column) => at(row, column)));
  const down = (lines[0] ?? []).map((_, column) => lines.map((_, row) => at(row, column)));
  const sums: Sum[] = [...across, ...down];
  return {
    known,
    sums,
    hidden: lines.flat().flatMap((told, place) => (typeof told === 'number' ? [] : [place])),
    wide,
  };
}

/** What follows for each number from what adds up, over and over; null where nothing fits. */
export function narrowed(known: readonly Known[], sums: readonly Sum[]): Known[] | null {
  const now = known.map((one) => ({ ...one }));
  const of = (place: number) => now[place] ?? { low: 0, high: 0 };
  for (let changed = true; changed; ) {
    changed = false;
    for (const sum of sums) {
      const parts = sum.slice(0, -1);
      const whole = sum.at(-1) ?? 0;
      const [low, high] = [
        parts.reduce((all, place) => all + of(place).low, 0),
        parts.reduce((all, place) => all + of(place).high, 0),
      ];
      const tell = (place: number, least: number, most: number) => {
        const one = of(place);
        const next = { low: Math.max(one.low, least), high: Math.min(one.high, most) };
        if (next.low !== one.low || next.high !== one.high) changed = true;
        now[place] = next;
        return next.low <= next.high;
      };
      if (!tell(whole, low, high)) return null;
      for (const place of parts) {
        const { low: least, high: most } = of(place);
        if (!tell(place, of(whole).low - (high - most), of(whole).high - (low - least))) return null;
      }
    }
  }
  return now;
}

/** A whole solution in which all adds up, by trying; null where there is none. */
export function solution(known: readonly Known[], sums: readonly Sum[]): number[] | null {
  const now = narrowed(known, sums);
  if (!now) return null;
  const open = now.flatMap((one, place) => (one.low < one.high ? [{ place, wide: one.high - one.low }] : []));
  const [next] = open.sort((a, b) => a.wide - b.wide);
  if (!next) return now.map(({ low }) => low);
  const one = now[next.place] ?? { low: 0, high: 0 };
  for (let value = one.low; value <= one.high; value++) {
    const found = solution(
      now.map((known, place) => (place === next.place ? { low: value, high: value } : known)),
      sums,
    );
    if (found) return found;
  }
  return null;
}

/** The values between `low` and `high` that the number at a place may have for all that a reader knows. */
export function possible(table: ToldTable, place: number, low: number, high: number): number[] {
  const { known, sums } = systemOf(table);
  return Array.from({ length: high - low + 1 }, (_, index) => low + index).filter((value) => {
    const one = known[place];
    if (!one || value < one.low || value > one.high) return false;
    return solution(
      known.map((other, at) => (at === place ? { low: value, high: value } : other)),
      sums,
    );
  });
}
