// Apart from what uses them, so that a page which lists the PDFs does not load what makes them.

/** Where the templates are. */
export const TEMPLATES = 'src/print/templates';

/**
 * Tagged PDF that a reader can check (PDF/UA-1), and a fixed moment (1 January 2026) in place of the present, so that
 * the same document is the same bytes whenever it is made.
 */
export const ENGINE_SETTINGS = { pdfStandard: 'ua-1', creationTimestamp: Date.UTC(2026, 0, 1) / 1000 };

/** How a preview is made: its first page, so many pixels wide: sharp on a telephone, where it is 240 wide. */
export const PREVIEW_SETTINGS = { width: 420, quality: 32 };

/** The size in pixels of the preview of a paper. */
export function previewSize(paper: { width: number; height: number }) {
  const { width } = PREVIEW_SETTINGS;
  return { width, height: Math.round((width * paper.height) / paper.width) };
}
