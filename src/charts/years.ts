import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { drawBars } from './bars.ts';
import { sun } from './marks.ts';
import { largest, type Sheet } from './sheet.ts';
import { type Drawing, FONT, type Size, textWidth, WIDTH } from './size.ts';
import { element, label, round } from './svg.ts';

const TOP = 44;
/** The horizon; beneath it stand the years, in two lines where they are close to each other. */
const GROUND = 256;
const MARGIN = 24;
const SUN = 9;
/** How many times larger than the others the year that is marked stands, as in src/site/styles/report/chart.css. */
const MARKED = 1.5;

/**
 * One number for each of some years: on a wide screen a line whose years keep their true distance, with a sun on each
 * point; on a telephone, where the years would not fit beside each other, bars.
 */
export function drawYears(sheet: Sheet, size: Size): Drawing {
  if (size === 'narrow') return drawBars(sheet, size);
  const width = WIDTH[size];
  const points = sheet.drawn.flatMap((row) => {
    const [cell] = row.cells;
    return row.year === undefined || cell?.value === undefined
      ? []
      : [{ row, year: row.year, value: cell.value, text: cell.text }];
  });
  const years = points.map(({ year }) => year);
  // Half of the widest number that may stand at an end, in the broadest figures that a device may have.
  const halves = points.map(({ row, text }) => textWidth(text, size) * (row.marked ? MARKED : 1) * 0.6);
  const margin = Math.ceil(Math.max(MARGIN, ...halves));
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [margin, width - margin]);
  const y = scaleLinear([0, largest(sheet.drawn)], [GROUND, TOP]);
  const hill = area<(typeof points)[number]>()
    .x(({ year }) => x(year))
    .y0(GROUND)
    .y1(({ value }) => y(value))
    .digits(1);
  const ridge = line<(typeof points)[number]>()
    .x(({ year }) => x(year))
    .y(({ value }) => y(value))
    .digits(1);
  const low = lowered(
    sheet.drawn.map(({ name }) => name),
    years.map((year) => x(year)),
    size,
  );

  return {
    width,
    height: GROUND + (low.includes(true) ? 58 : 34),
    inside: [
      element('path', { class: 'chart-hill', d: hill(points) ?? '' }),
      element('path', { class: 'chart-ridge', d: ridge(points) ?? '' }),
      element('path', { class: 'chart-horizon', d: `M0 ${GROUND}H${width}` }),
      ...points.map(({ row, year, value, text }, index) => {
        const [at, up] = [round(x(year)), round(y(value))];
        const line = low[index] ? 2 : 1;
        return [
          element('path', { class: 'chart-drop', d: `M${at} ${up}V${GROUND + (line - 1) * 26 + 6}` }),
          element('path', {
            class: 'chart-sun',
            d: sun(at, up, row.marked ? SUN * MARKED : SUN),
          }),
          label(text, {
            class: row.marked ? 'chart-value chart-over chart-value-marked' : 'chart-value chart-over',
            x: at,
            y: up - (row.marked ? SUN * MARKED : SUN) - 7,
            'text-anchor': 'middle',
          }),
          label(row.name, { x: at, y: GROUND + 24 + (line - 1) * 24, 'text-anchor': 'middle' }),
        ].join('');
      }),
    ].join(''),
  };
}

/** Which names stand in the second line: those that would touch the one before them in the first. */
function lowered(names: readonly string[], at: readonly number[], size: Size): boolean[] {
  let free = Number.NEGATIVE_INFINITY;
  return names.map((name, index) => {
    const half = textWidth(name, size) / 2 + FONT[size] * 0.2;
    const place = at[index] ?? 0;
    if (place - half < free) return true;
    free = place + half;
    return false;
  });
}
