import { renderSVG } from 'uqr';

/**
 * A text as a QR code, drawn as SVG, with the error correction (M) and the quiet zone (4 modules) that EPC069-12 and
 * ISO/IEC 18004 ask for. `title` says what it is to a person who does not see it.
 */
export function qrCode(text: string, title: string): string {
  const svg = renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 });
  return svg.replace(
    '<svg xmlns="http://www.w3.org/2000/svg"',
    `<svg class="qr" role="img" aria-label="${title}" shape-rendering="crispEdges"`,
  );
}
