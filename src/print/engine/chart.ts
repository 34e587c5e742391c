import { draw } from '../../charts/draw.ts';
import type { Sheet } from '../../charts/sheet.ts';
import { FONT, type Size } from '../../charts/size.ts';
import { element } from '../../charts/svg.ts';
import type { PrintLanguage } from '../../i18n/languages.ts';
import type { Series } from '../../reports/series.ts';
import { typefacesOf } from './fonts.ts';

/**
 * The colours of a chart in print: those of the site on a light screen (src/site/styles/tokens.css), on white paper. An SVG
 * in a PDF knows no custom properties.
 */
export const CHART_COLOURS = {
  page: '#fff',
  text: '#14272d',
  horizon: '#14272d',
  line: '#857d6d',
  mist: '#dceae8',
  dawn: '#f5b34c',
  'chart-1': '#0b535c',
  'chart-2': '#c8641b',
  'chart-3': '#9a7dc1',
} as const;
const colour = CHART_COLOURS;

/** What src/site/styles/report/chart.css says of a drawing, for paper. */
const STYLE = `
text { fill: ${colour.text}; font-weight: 400; }
.chart-value { font-weight: 600; }
.chart-value-marked { font-size: 1.5em; }
.chart-bar { stroke-width: 2; }
.chart-fill-1 { fill: ${colour['chart-1']}; stroke: ${colour['chart-1']}; }
.chart-fill-2 { fill: ${colour['chart-2']}; }
.chart-fill-3 { fill: ${colour['chart-3']}; }
.chart-edge-2 { stroke: ${colour['chart-2']}; }
.chart-edge-3 { stroke: ${colour['chart-3']}; }
.chart-open { fill: ${colour.mist}; stroke: ${colour['chart-1']}; }
.chart-hatch { stroke: ${colour.page}; stroke-width: 4; }
.chart-hill { fill: ${colour.mist}; }
.chart-ridge { fill: none; stroke: ${colour['chart-1']}; stroke-width: 3; stroke-linejoin: round; }
.chart-horizon { fill: none; stroke: ${colour.horizon}; stroke-width: 3; }
.chart-drop { fill: none; stroke: ${colour.line}; stroke-width: 1; stroke-dasharray: 2 4; }
.chart-over { stroke: ${colour.page}; stroke-width: 5; stroke-linejoin: round; paint-order: stroke; }
.chart-sun { fill: ${colour.dawn}; stroke: ${colour.text}; stroke-width: 2; stroke-linejoin: round; }
`;

/** Half of the widest line. */
const EDGE = 1.5;

/** The words of a drawing with each digit set in another typeface: an SVG has no other way to say so for some letters. */
const withFigures = (inside: string, family: string) =>
  inside.replace(/(?<=>)[^<>]+/g, (words) =>
    words.replace(/[0-9]+/g, (figures) => element('tspan', { 'font-family': family }, figures)),
  );

/** Draws a series for paper: an SVG that is a file of its own, in a typeface that has the letters of its language. */
export function printChart(
  shape: Series['shape'],
  sheet: Sheet,
  size: Size,
  language: PrintLanguage,
): string {
  const { width, height, inside } = draw(shape, sheet, size);
  const { figures, text } = typefacesOf(language);
  // Outlines are half outside of what they surround; on a page they may leave the drawing.
  const box = [-EDGE, -EDGE, width + 2 * EDGE, height + 2 * EDGE];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${box[2]}" height="${box[3]}" viewBox="${box.join(' ')}" ` +
    `font-family="${text[0]}" font-size="${FONT[size]}"><style>${STYLE}</style>${withFigures(inside, figures)}</svg>`
  );
}
