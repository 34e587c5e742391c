import { renderSVG } from 'uqr';

/** A QR code for a template: its drawing, and what it is to a person who does not see it. */
export interface PrintCode {
  svg: string;
  alt: string;
}

/** A text as a QR code with error correction M and a quiet zone of 4 modules, as ISO/IEC 18004 asks. */
export function printCode(text: string, alt: string): PrintCode {
  return { svg: renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 }), alt };
}
