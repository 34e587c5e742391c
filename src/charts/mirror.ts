import { scaleLinear } from 'd3-scale';
import { barShape, fill, patterns } from './marks.ts';
import { largest, type Sheet } from './sheet.ts';
import { type Drawing, FONT, type Size, textWidth, WIDTH } from './size.ts';
import { element, label } from './svg.ts';

const STEP = 32;
const THICKNESS = 20;
const HEAD = 30;

/** Two columns on two sides of a line of names: the first to the left, the second to the right. */
export function drawMirror(sheet: Sheet, size: Size): Drawing {
  const width = WIDTH[size];
  const id = `${sheet.name}-${size}`;
  const middle = Math.max(...sheet.drawn.map(({ name }) => textWidth(name, size))) / 2 + 8;
  const values = Math.max(
    ...sheet.drawn.flatMap(({ cells }) => cells.map(({ text }) => textWidth(text, size))),
  );
  const length = scaleLinear([0, largest(sheet.drawn)], [0, width / 2 - middle - values - 10]);
  const sides = [
    { way: -1, anchor: 'end' },
    { way: 1, anchor: 'start' },
  ] as const;
  const base = (way: number) => width / 2 + way * middle;

  const heads = sides.map(({ way, anchor }, column) =>
    label(sheet.columns[column] ?? '', {
      class: 'chart-value',
      x: base(way),
      y: FONT[size],
      'text-anchor': anchor,
    }),
  );
  const rows = sheet.drawn.flatMap(({ name, cells }, index) => {
    const top = HEAD + index * STEP;
    const text = top + THICKNESS / 2 + FONT[size] * 0.35;
    return [
      label(name, { x: width / 2, y: text, 'text-anchor': 'middle' }),
      ...sides.flatMap(({ way, anchor }, column) => {
        const long = length(cells[column]?.value ?? 0);
        return [
          element('path', { ...fill(id, column), d: barShape(base(way), top, way * long, THICKNESS) }),
          label(cells[column]?.text ?? '', {
            class: 'chart-value',
            x: base(way) + way * (long + 8),
            y: text,
            'text-anchor': anchor,
          }),
        ];
      }),
    ];
  });
  return {
    width,
    height: HEAD + sheet.drawn.length * STEP,
    inside: [patterns(id, 2), ...heads, ...rows].join(''),
  };
}
