import { scaleLinear } from 'd3-scale';
import { barShape } from './marks.ts';
import { largest, type Row, type Sheet } from './sheet.ts';
import { type Drawing, FONT, type Size, textWidth, WIDTH } from './size.ts';
import { element, label } from './svg.ts';

/** A number that is too small to be told has a bar all the same: this long, whatever the number is. */
export const STUB = 6;

/** Horizontal bars of one column, with their names beside them where these are short, above them where they are not. */
export function drawBars(sheet: Sheet, size: Size): Drawing {
  const width = WIDTH[size];
  const names = Math.max(...sheet.drawn.map(({ name }) => textWidth(name, size)));
  const beside = names < width * 0.32;
  const start = beside ? Math.ceil(names) + 10 : 0;
  const values = Math.max(...sheet.drawn.map(({ cells }) => textWidth(cells[0]?.text ?? '', size)));
  const length = scaleLinear([0, largest(sheet.drawn)], [0, width - start - values - 10]);
  const thickness = beside ? 20 : 16;
  const step = beside ? 32 : FONT[size] + thickness + 24;

  const row = ({ name, cells: [cell], marked }: Row, index: number) => {
    const top = index * step + (beside ? 6 : FONT[size] + 8);
    const long = cell?.value === undefined ? STUB : length(cell.value);
    const middle = top + thickness / 2 + FONT[size] * 0.35;
    return [
      beside
        ? label(name, { x: start - 10, y: middle, 'text-anchor': 'end' })
        : label(name, { x: 0, y: top - 7 }),
      element('path', {
        class: marked ? 'chart-bar chart-fill-1' : 'chart-bar chart-open',
        d: barShape(start, top, long, thickness),
      }),
      label(cell?.text ?? '', { class: 'chart-value', x: start + long + 8, y: middle }),
    ].join('');
  };

  const height = sheet.drawn.length * step + 4;
  const horizon = element('path', { class: 'chart-horizon', d: `M${start} 0V${height}` });
  return { width, height, inside: sheet.drawn.map(row).join('') + (beside ? horizon : '') };
}
