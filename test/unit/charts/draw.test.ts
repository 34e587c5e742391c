import { describe, expect, it } from 'vitest';
import { draw } from '../../../src/charts/draw.ts';
import { barShape } from '../../../src/charts/marks.ts';
import type { Sheet } from '../../../src/charts/sheet.ts';
import { FONT, sizes, WIDTH } from '../../../src/charts/size.ts';
import { element, label } from '../../../src/charts/svg.ts';
import { sheets2024 } from '../reports/sheets.ts';

/** How far a bar's outline reaches from its start: its straight part and its half-disc. */
function reach(path: string): number {
  const [, straight = '', cap = ''] = /h(-?[\d.]+)a([\d.]+)/.exec(path) ?? [];
  return Math.abs(Number(straight)) + Number(cap);
}

const bars = (svg: string) =>
  [...svg.matchAll(/class="chart-bar[^"]*"[^>]*d="([^"]+)"/g)].map(([, d = '']) => reach(d));

describe.each(sheets2024())('the chart of $sheet.name in $lang', ({ shape, sheet }) => {
  it.each(sizes)('is markup that the policy of the site lets through, %s', (size) => {
    const { inside } = draw(shape, sheet, size);
    expect(inside).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script|href=|NaN|undefined/);
    expect(inside).not.toMatch(/="[^"]*\d\.\d\d/);
  });

  it.each(sizes)('draws bars as long as their numbers, %s', (size) => {
    if (shape === 'years' && size === 'wide') return;
    const values =
      shape === 'panels'
        ? sheet.columns.flatMap((_, column) => sheet.drawn.map(({ cells }) => cells[column]?.value))
        : sheet.drawn.flatMap(({ cells }) => cells.map(({ value }) => value));
    const lengths = bars(draw(shape, sheet, size).inside);
    expect(lengths).toHaveLength(values.length);
    const unit = Math.max(...lengths) / Math.max(...values.map((value) => value ?? 0));
    for (const [index, value] of values.entries()) {
      if (value !== undefined) expect(Math.abs((lengths[index] ?? 0) - value * unit)).toBeLessThan(0.3);
    }
  });

  it('has letters of 12 pixels or more on a screen of 320', () => {
    const MARGINS = 40;
    expect((FONT.narrow * (320 - MARGINS)) / WIDTH.narrow).toBeGreaterThan(12);
    // The wide chart is shown from 640 pixels on.
    expect((FONT.wide * (640 - MARGINS)) / WIDTH.wide).toBeGreaterThan(12);
  });
});

describe('a number that is too small to be told', () => {
  const sheet = (value: number | undefined): Sheet => ({
    name: 'few',
    title: '',
    finding: '',
    unit: '',
    rowsAre: '',
    columns: ['people'],
    rows: [],
    drawn: [
      { name: 'a', year: undefined, cells: [{ value: 40, text: '40' }], marked: false },
      { name: 'b', year: undefined, cells: [{ value, text: '1–4' }], marked: false },
    ],
    note: undefined,
    period: '',
  });

  it('has a bar of one length, which says no more than its label', () => {
    const [, hidden] = bars(draw('bars', sheet(undefined), 'wide').inside);
    const [, told] = bars(draw('bars', sheet(3), 'wide').inside);
    expect(hidden).toBe(6);
    expect(told).not.toBe(6);
  });
});

describe('the line of years', () => {
  it('keeps the true distance between years, and puts close years into two lines', () => {
    const found = sheets2024().find(({ sheet, lang }) => sheet.name === 'support' && lang === 'en');
    if (!found) throw new Error('there is no series support');
    const { inside } = draw('years', found.sheet, 'wide');
    const place = (year: number) => {
      const [, x, y] = new RegExp(`<text x="([\\d.]+)" y="([\\d.]+)"[^>]*>${year}</text>`).exec(inside) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    const perYear = (place(2023).x - place(1995).x) / 28;
    expect(place(2003).x - place(1995).x).toBeCloseTo(8 * perYear, 0);
    expect(place(2022).y).not.toBe(place(2023).y);
  });
});

describe('the template', () => {
  it('escapes what it writes', () => {
    expect(label('a <b> & c', { class: '"x"' })).toBe(
      '<text class="&quot;x&quot;">a &lt;b&gt; &amp; c</text>',
    );
  });

  it('leaves out attributes that have no value, and keeps a tenth of a pixel', () => {
    expect(element('rect', { x: 1.26, y: undefined })).toBe('<rect x="1.3"/>');
  });

  it.each([
    [100, 'M10 0h92a8 8 0 0 1 0 16h-92z'],
    [-100, 'M10 0h-92a8 8 0 0 0 0 16h92z'],
    [3, 'M10 0h0a3 8 0 0 1 0 16h0z'],
  ])('ends a bar of %i in a half-disc whose tip is the value', (length, path) => {
    expect(barShape(10, 0, length, 16)).toBe(path);
  });
});
