import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { csv } from '../../../src/charts/csv.ts';
import { draw } from '../../../src/charts/draw.ts';
import { sizes } from '../../../src/charts/size.ts';
import { formatNumber } from '../../../src/facts/format-number.ts';
import { sheets2024 } from '../reports/sheets.ts';

/** The labels of a drawing, in the order in which they stand there. */
const labels = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text.replaceAll('&amp;', '&'));

/** The values of a file, row by row, read without any code of ours. */
function yamlValues(name: string): (number | 'few')[][] {
  const file: { rows: { values: (number | 'few')[] }[] } = parseYaml(
    readFileSync(`content/reports/2024/${name}.yaml`, 'utf8'),
  );
  return file.rows.map(({ values }) => values);
}

describe.each(sheets2024())('$sheet.name in $lang', ({ lang, shape, sheet }) => {
  const values = yamlValues(sheet.name);

  it('says in its table what its file says', () => {
    const written = values.map((row) =>
      row.map((value) => (value === 'few' ? '1–4' : formatNumber(value, lang))),
    );
    expect(sheet.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(written);
  });

  it('says in its CSV file what its file says: numbers, and beside them which are too small to be told', () => {
    const file = csv(sheet, { separator: ';', few: 'few', source: 'us' });
    const [head = '', ...lines] = file.replace('\ufeff', '').split('\r\n').slice(0, -3);
    const hidden = sheet.columns.map((_, at) => values.some((row) => row[at] === 'few'));
    const written = values.map((row) =>
      row.flatMap((value, at) => {
        if (!hidden[at]) return [String(value)];
        return value === 'few' ? ['', '1–4'] : [String(value), ''];
      }),
    );
    expect(lines.map((line) => line.split(';').slice(1))).toEqual(written);
    const heads = sheet.columns.flatMap((name, at) => (hidden[at] ? [name, `${name}: few`] : [name]));
    expect(head).toBe([sheet.rowsAre, ...heads].join(';'));
  });

  it.each(sizes)('labels its %s chart with just the numbers and names of its table', (size) => {
    const drawn = sheet.drawn.flatMap(({ name, cells }) => [name, ...cells.map(({ text }) => text)]);
    const heads = sheet.columns.length > 1 ? sheet.columns : [];
    // Small charts beside each other repeat the names of the rows.
    const repeated = shape === 'panels' ? sheet.drawn.map(({ name }) => name) : [];
    const expected = [...drawn, ...heads, ...sheet.columns.slice(1).flatMap(() => repeated)];
    expect(labels(draw(shape, sheet, size).inside).sort()).toEqual(expected.sort());
  });
});
