import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect, SMALLEST_GROUP } from '../../../../src/desk/figures/protect.ts';
import { SMALLEST_GROUP as ON_THE_SITE } from '../../../../src/reports/series.ts';
import { possible, systemOf } from './solve.ts';

const column = (...numbers: number[]) => numbers.map((number) => [number]);

/** Numbers as they come in the figures: many small ones, and a few that are not. */
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 40 }) },
);
const table = (rows: number, columns: number) =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), { minLength: 2, maxLength: rows });

it('calls a group small where the site does', () => {
  expect(SMALLEST_GROUP).toBe(ON_THE_SITE);
});

it('tells a table without small numbers as it is', () => {
  const told = protect([
    [5, 0, 9],
    [12, 7, 6],
  ]);
  expect(told).toEqual({
    cells: [
      [5, 0, 9],
      [12, 7, 6],
    ],
    rowTotals: [14, 25],
    columnTotals: [17, 7, 15],
    total: 39,
  });
});

it('hides one more where a total would give a small number away, and the one that says least', () => {
  expect(protect(column(300, 3, 60, 41))?.cells).toEqual(
    column(300, 0, 60, 0).map(([cell], row) => (row === 1 ? ['few'] : row === 3 ? ['hidden'] : [cell])),
  );
});

it('hides nothing more where small numbers hide each other', () => {
  expect(protect(column(300, 3, 2, 4, 60))?.cells).toEqual([[300], ['few'], ['few'], ['few'], [60]]);
});

it('hides more where what is hidden could still be told: two of one make two', () => {
  const told = protect(column(50, 1, 1, 20))?.cells.flat();
  expect(told).toEqual([50, 'few', 'few', 'hidden']);
});

it('tells no table in which nothing could hide a small number', () => {
  expect(protect(column(3, 0, 0))).toBeNull();
  expect(protect(column(1, 5))).toBeNull();
  expect(protect(column(3, 8, 40), (row) => row > 0)).toBeNull();
});

it('never hides what another table shows', () => {
  expect(protect(column(40, 3, 50, 60), (row) => row === 3)?.cells).toEqual([
    [40],
    ['few'],
    ['hidden'],
    [60],
  ]);
});

describe('who knows all that is told, and tries to solve for the rest', () => {
  const holds = (counts: readonly (readonly number[])[]) => {
    const told = protect(counts);
    if (!told) return;
    const { hidden, known } = systemOf(told);
    const truth = counts.flat();
    expect(told.total).toBe(truth.reduce((all, one) => all + one, 0));
    for (const [row, line] of told.cells.entries()) {
      for (const [at, cell] of line.entries()) {
        const number = counts[row]?.[at] ?? 0;
        if (typeof cell === 'number') expect(cell).toBe(number);
        else expect(number).toBeGreaterThan(0);
        if (number > 0 && number < SMALLEST_GROUP) expect(cell).toBe('few');
      }
    }
    for (const place of hidden) {
      if (known[place]?.high === 4) expect(possible(told, place, 1, 4)).toEqual([1, 2, 3, 4]);
      else expect(possible(told, place, 1, told.total).length).toBeGreaterThanOrEqual(4);
    }
  };

  it('finds for each `few` all of 1 to 4, and for whatever else is hidden four numbers at least, in a column', () => {
    fc.assert(fc.property(table(10, 1), holds), { numRuns: 300 });
  });

  it('finds the same in a table of rows and columns with all their totals', () => {
    fc.assert(fc.property(table(7, 3), holds), { numRuns: 60 });
  });

  it('learns nothing more from knowing how it is chosen what is hidden', () => {
    const looks = new Map<string, number[][]>();
    for (const total of [9, 14, 20, 26]) {
      for (let a = 0; a <= total; a++)
        for (let b = 0; a + b <= total; b++)
          for (let c = 0; a + b + c <= total; c++) {
            const counts = [a, b, c, total - a - b - c];
            const told = protect(column(...counts));
            if (!told) continue;
            const look = JSON.stringify(told);
            looks.set(look, [...(looks.get(look) ?? []), counts]);
          }
    }
    for (const [look, tables] of looks) {
      const cells: (number | string)[][] = JSON.parse(look).cells;
      for (const [row, [cell]] of cells.entries()) {
        const values = new Set(tables.map((counts) => counts[row]));
        if (typeof cell === 'string') expect(values.size, `${look} ${row}`).toBeGreaterThan(1);
      }
    }
  });
});
