import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field } from '../../../../src/charts/csv.ts';
import { csvField, figuresCsv, figuresYaml } from '../../../../src/desk/figures/files.ts';
import { FIGURE_TABLE_NAMES, FIGURE_TABLES, type FigureTable } from '../../../../src/desk/figures/tables.ts';
import { type YearFigures, yearFigures } from '../../../../src/desk/figures/year.ts';
import type { Tally } from '../../../../src/protocol/items/kinds/tally.ts';
import { ORIGINS } from '../../../../src/protocol/items/register.ts';
import { anyTally, cardsOf } from './cards.ts';
import { possible, systemOf } from './solve.ts';

const figures = yearFigures(2026, cardsOf(2026, 700));
const table = (name: string, of: YearFigures = figures) => of.tables.find((one) => one.name === name)?.told;

describe('seven hundred cards', () => {
  it('are counted in each table, in the order of its rows', () => {
    for (const name of FIGURE_TABLE_NAMES) {
      const rows: FigureTable['rows'] = FIGURE_TABLES[name].rows;
      expect(table(name)?.cells.length, name).toBe(rows.length);
    }
    expect(FIGURE_TABLES.origins.rows).toEqual(ORIGINS);
  });

  it('say how urgent was what came by the form', () => {
    const cards = ['now', 'now', 'week'].flatMap((urgency) =>
      cardsOf(2026, 10).map((card) => ({ ...card, channel: 'form', outcome: 'advice', urgency }) as Tally),
    );
    expect(table('urgency', yearFigures(2026, cards))?.cells).toEqual([[20], [0], [10], [0], [0]]);
  });

  it('make the same total in each table of the same people', () => {
    for (const { name, told } of figures.tables) {
      expect(told?.total, name).toBe(figures.totals[FIGURE_TABLES[name].of]);
    }
    const { outcome, presumed } = { outcome: cardsOf(2026, 700), presumed: 'yes' };
    const victims = outcome.filter(
      (card) =>
        card.card.presumed === presumed &&
        !['duplicate', 'junk', 'request-done'].includes(card.outcome ?? ''),
    );
    expect(figures.totals.victims).toBe(victims.length);
  });

  it('leave nothing from 1 to 4 in any file', () => {
    const numbers = [...figuresYaml(figures).matchAll(/\d+/g)].map(Number);
    expect(numbers.filter((number) => number > 0 && number < 5)).toEqual([1, 4]);
  });
});

it('counts nobody of another year, and nobody who was counted already or asked for no help', () => {
  const cards = [...cardsOf(2025, 50), ...cardsOf(2026, 300)];
  expect(yearFigures(2026, cards)).toEqual(yearFigures(2026, cardsOf(2026, 300)));
  const twice = cardsOf(2026, 60).map((card) => ({ ...card, outcome: 'duplicate' as const }));
  expect(yearFigures(2026, twice).totals).toEqual({ contacts: 0, written: 0, victims: 0 });
});

it('tells of few people no more than that they are few', () => {
  const cards = cardsOf(2026, 400)
    .filter(({ outcome, channel }) => outcome === 'support' && channel === 'form')
    .slice(0, 3);
  const few = yearFigures(2026, cards);
  expect(cards.length).toBeGreaterThan(0);
  expect(few.totals.contacts).toBe('few');
  expect(few.tables.every(({ told }) => told === null)).toBe(true);
  expect(figuresCsv(few, words).split('\r\n')).toHaveLength(2);
  expect(figuresYaml(few)).toContain('tables: {}');
});

it('tells not how many are victims where that says that a few are not', () => {
  const cards = cardsOf(2026, 200).map((card) => ({ ...card, outcome: 'advice' as const }));
  const victims = cards.map((card, at) => ({
    ...card,
    card: { ...card.card, presumed: at < 3 ? ('no' as const) : ('yes' as const) },
  }));
  const told = yearFigures(2026, victims);
  expect(told.totals).toMatchObject({ contacts: 200, victims: 'hidden' });
  for (const name of ['sex-age', 'citizenship', 'forms']) expect(table(name, told)).toBeNull();
});

it('gives nobody away to who holds all tables of a year and adds and subtracts', () => {
  const year = fc.array(anyTally(2026), { minLength: 0, maxLength: 120 });
  fc.assert(
    fc.property(year, (cards) => {
      const { totals, tables } = yearFigures(2026, cards);
      const { contacts, written, victims } = totals;
      // What stands in two tables is the same number, or in neither.
      const form = tables.find(({ name }) => name === 'channels')?.told?.cells[0]?.[0];
      const look = tables.find(({ name }) => name === 'first-look')?.told;
      if (look) expect(form).toBe(look.total);
      for (const part of [written, victims]) {
        if (typeof contacts !== 'number' || typeof part !== 'number') continue;
        expect([1, 2, 3, 4]).not.toContain(contacts - part);
      }
      for (const { name, told } of tables) {
        if (!told) continue;
        const { hidden, known } = systemOf(told);
        for (const place of hidden) {
          const few = known[place]?.high === 4;
          const left = few ? possible(told, place, 1, 4) : possible(told, place, 1, told.total);
          expect(left.length, name).toBeGreaterThanOrEqual(4);
        }
      }
    }),
    { numRuns: 25 },
  );
});

const words = {
  heads: ['table', 'row', 'column', 'number', 'told'],
  few: '1–4',
  hidden: 'x',
  table: (name: string) => name,
  row: (_: string, row: string) => row,
  column: (_: string, column: string) => column,
  total: 'total',
  separator: ';',
} as const;

describe('the CSV file', () => {
  const lines = figuresCsv(figures, words).split('\r\n');

  it('begins as spreadsheets need it, and has a line for each number with its reason where it is not told', () => {
    expect(lines[0]).toBe('\ufefftable;row;column;number;told');
    expect(lines.at(-1)).toBe('');
    const cells = figures.tables.flatMap(({ told }) => told?.cells.flat() ?? []);
    expect(lines).toHaveLength(2 + cells.length + figures.tables.length);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^[a-z-]+;[\w+-]+;[a-z-]*;(\d+;|;(1–4|x))$/);
  });

  it.each(['=1+1', '+32', '-1', '@x', 'a;b', 'say "no"', 'two\r\nlines', 'plain'])(
    'writes %j as the site does',
    (text) => {
      for (const separator of [',', ';'] as const)
        expect(csvField(text, separator)).toBe(field(text, separator));
    },
  );
});
