import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { textOf } from '../../../src/facts/facts.ts';
import { type DrawPage, startDrawing } from '../../../src/print/engine/preview.ts';
import { siteOrigin } from '../../../src/site/origin.ts';
import { madeDocuments } from './made.ts';

/** Enough for a telephone: 150 pixels an inch. */
const SCALE = 150 / 72;

const { documents, pdfOf } = await madeDocuments();
const withCodes = documents.filter(({ data }) => JSON.stringify(data).includes('"svg"'));

let draw: DrawPage;
beforeAll(async () => {
  draw = await startDrawing();
  const wasmBinary = new Uint8Array(readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer } });
});

/** The texts of the QR codes that a reader finds on the pages of a document as they look. */
async function codesOn(path: string, pages: number): Promise<string[]> {
  const found: string[] = [];
  for (let page = 0; page < pages; page += 1) {
    const { data, width, height } = await draw(pdfOf(path), page, SCALE);
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
    const codes = await readBarcodes(image as ImageData, { formats: ['QRCode'], tryHarder: true });
    found.push(...codes.map(({ text }) => text));
  }
  return found;
}

describe.each(withCodes.map(({ path, pages }) => [path, pages] as const))('%s', (path, pages) => {
  it('has QR codes that a reader reads from the page', async () => {
    const codes = await codesOn(path, pages);
    expect(codes).toHaveLength(1);
    const [code = ''] = codes;
    if (code.startsWith('BCD\n')) expect(code).toContain(`\n${textOf('centre.iban').replaceAll(' ', '')}\n`);
    else expect(code).toMatch(new RegExp(`^${siteOrigin}/(nl|fr|en)/[a-z/]*$`));
  });
});
