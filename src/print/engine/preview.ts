import { PREVIEW_SETTINGS, previewSize } from './settings.ts';

/** Draws a page of a PDF as raw pixels, four bytes each (red, green, blue, opacity). */
export type DrawPage = (
  pdf: Uint8Array,
  page: number,
  scale: number,
) => Promise<{ width: number; height: number; data: Uint8Array }>;

/** Starts PDFium, compiled to WebAssembly: it runs wherever Node does. */
export async function startDrawing(): Promise<DrawPage> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const library = await PDFiumLibrary.init();
  return async (pdf, page, scale) => {
    const document = await library.loadDocument(pdf);
    try {
      return await document.getPage(page).render({ scale, render: 'bitmap' });
    } finally {
      document.destroy();
    }
  };
}

/**
 * Starts what draws previews: the first page of a PDF as WebP. Gives nothing where the machine has no binary of sharp,
 * the encoder; the page then shows no picture.
 */
export async function startPreviews(): Promise<((pdf: Uint8Array) => Promise<Uint8Array>) | undefined> {
  const sharp = (await import('sharp').catch(() => undefined))?.default;
  if (!sharp) return undefined;
  const draw = await startDrawing();
  return async (pdf) => {
    const { data, width, height } = await draw(pdf, 0, 2);
    const { quality } = PREVIEW_SETTINGS;
    return await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .resize({ ...previewSize({ width, height }), fit: 'fill' })
      .webp({ quality, effort: 6, smartSubsample: true })
      .toBuffer();
  };
}
