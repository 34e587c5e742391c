import { element, round } from './svg.ts';

/**
 * The patterns of a drawing's columns, to be put into it once: a second cue beside the colours. `id` keeps them apart
 * from those of other drawings.
 */
export function patterns(id: string, columns: number): string {
  const pattern = (index: number, size: number, turn: string) =>
    element(
      'pattern',
      {
        id: `${id}-${index}`,
        width: size,
        height: size,
        patternUnits: 'userSpaceOnUse',
        patternTransform: turn,
      },
      element('rect', { class: `chart-fill-${index}`, width: size, height: size }),
      element('path', { class: 'chart-hatch', d: `M0 0V${size}` }),
    );
  const all = [pattern(2, 7, 'rotate(45)'), pattern(3, 6, 'rotate(90)')];
  return element('defs', {}, ...all.slice(0, columns - 1));
}

/** How a bar of a column is filled: the first is solid, the others are patterns. */
export function fill(id: string, column: number): { class: string; fill?: string } {
  if (column === 0) return { class: 'chart-bar chart-fill-1' };
  return { class: `chart-bar chart-edge-${column + 1}`, fill: `url(#${id}-${column + 1})` };
}

/**
 * The outline of a bar that begins at `x` and ends in a half-disc, like the sun on our horizon. `length` below zero
 * leads to the left. The tip of the half-disc is the value.
 */
export function barShape(x: number, y: number, length: number, thickness: number): string {
  const cap = Math.min(thickness / 2, Math.abs(length));
  const way = length < 0 ? -1 : 1;
  const straight = round(length - way * cap);
  const sweep = length < 0 ? 0 : 1;
  return `M${round(x)} ${round(y)}h${straight}a${round(cap)} ${thickness / 2} 0 0 ${sweep} 0 ${thickness}h${-straight}z`;
}

/** A half-disc that stands on a point. */
export function sun(x: number, y: number, radius: number): string {
  return `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 0 1 ${2 * radius} 0z`;
}
