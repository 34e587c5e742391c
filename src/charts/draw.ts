import { drawBars } from './bars.ts';
import { drawMirror } from './mirror.ts';
import { drawPanels } from './panels.ts';
import type { Sheet } from './sheet.ts';
import type { Drawing, Size } from './size.ts';
import { drawYears } from './years.ts';

/** The ways to draw a series, by the names that its file uses. */
const shapes = {
  years: drawYears,
  bars: drawBars,
  mirror: drawMirror,
  panels: drawPanels,
} as const satisfies Record<string, (sheet: Sheet, size: Size) => Drawing>;

/** Draws a series as an SVG. */
export function draw(shape: keyof typeof shapes, sheet: Sheet, size: Size): Drawing {
  return shapes[shape](sheet, size);
}
