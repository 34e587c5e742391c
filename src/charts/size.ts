/** A chart is drawn twice, for a telephone and for anything wider; the style sheet shows one of the two. */
export const sizes = ['narrow', 'wide'] as const;
export type Size = (typeof sizes)[number];

/** The width of a drawing, in its own pixels. On a screen of 320 pixels the narrow one is 280 wide. */
export const WIDTH: Record<Size, number> = { narrow: 320, wide: 720 };

/** The size of its letters, as in src/site/styles/report/chart.css: 12.7 pixels or more on any screen. */
export const FONT: Record<Size, number> = { narrow: 14.5, wide: 16 };

/** About how wide a text is: the typefaces have no measures while a page is built. Rather too wide than too narrow. */
export const textWidth = (text: string, size: Size) => text.length * FONT[size] * 0.64;

/** A drawing: its measures, and the markup inside its `<svg>`. */
export interface Drawing {
  width: number;
  height: number;
  inside: string;
}
