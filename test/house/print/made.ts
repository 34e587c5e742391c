import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrint } from '../../../src/print/engine/make.ts';
import { type Printed, printed } from '../../../src/print/shelf/printed.ts';
import { localKey } from '../../../tools/serve/local-key.ts';

/** A document that is made, and so has its pages. */
type Made = Printed & { pages: number };

/** Every document, made with a throw-away key, and its PDF. Those that are kept from before are not made again. */
export async function madeDocuments(): Promise<{
  documents: Made[];
  pdfOf: (path: string) => Uint8Array;
}> {
  process.env['CENTRE_KEY_FILE'] = (await localKey(mkdtempSync(join(tmpdir(), 'print-')))).publicFile;
  await makePrint({ say: () => {} });
  const documents = printed().map(({ pages, ...document }) => {
    if (pages === undefined) throw new Error(`${document.path} was not made`);
    return { ...document, pages };
  });
  const files = new Map(documents.map(({ path, file }) => [path, file]));
  return { documents, pdfOf: (path) => new Uint8Array(readFileSync(files.get(path) ?? '')) };
}
