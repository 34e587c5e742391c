import { scaleLinear } from 'd3-scale';
import { STUB } from './bars.ts';
import { barShape, fill, patterns } from './marks.ts';
import { largest, type Sheet } from './sheet.ts';
import { type Drawing, FONT, type Size, textWidth, WIDTH } from './size.ts';
import { element, label, round } from './svg.ts';

const STEP = 26;
const THICKNESS = 16;
const HEAD = 32;
const GAP = 28;

/** One small chart for each column, all with one scale: beside each other on a wide screen, below on a telephone. */
export function drawPanels(sheet: Sheet, size: Size): Drawing {
  const count = sheet.columns.length;
  const id = `${sheet.name}-${size}`;
  const wide = size === 'wide';
  const width = wide ? (WIDTH[size] - GAP * (count - 1)) / count : WIDTH[size];
  const height = HEAD + sheet.drawn.length * STEP;
  const start = Math.max(...sheet.drawn.map(({ name }) => textWidth(name, size))) + 8;
  const values = Math.max(
    ...sheet.drawn.flatMap(({ cells }) => cells.map(({ text }) => textWidth(text, size))),
  );
  const length = scaleLinear([0, largest(sheet.drawn)], [0, width - start - values - 8]);

  const panels = sheet.columns.map((column, index) => {
    const shift = wide
      ? `translate(${round(index * (width + GAP))} 0)`
      : `translate(0 ${index * (height + GAP)})`;
    return element(
      'g',
      { transform: shift },
      label(column, { class: 'chart-value', x: 0, y: FONT[size] }),
      ...sheet.drawn.flatMap(({ name, cells }, row) => {
        const cell = cells[index];
        const top = HEAD + row * STEP;
        const text = top + THICKNESS / 2 + FONT[size] * 0.35;
        const long = cell?.value === undefined ? STUB : length(cell.value);
        return [
          label(name, { x: start - 8, y: text, 'text-anchor': 'end' }),
          element('path', { ...fill(id, index), d: barShape(start, top, long, THICKNESS) }),
          label(cell?.text ?? '', { class: 'chart-value', x: start + long + 7, y: text }),
        ];
      }),
    );
  });
  return {
    width: WIDTH[size],
    height: wide ? height : count * (height + GAP) - GAP,
    inside: patterns(id, count) + panels.join(''),
  };
}
