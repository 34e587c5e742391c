import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePrint } from '../../../src/print/make.ts';
import { type Printed, printed } from '../../../src/print/printed.ts';
import { localKey } from '../../../tools/local-key.ts';

/** Every document, made with a throw-away key, and its PDF. Those that are kept from before are not made again. */
export async function madeDocuments(): Promise<{
  documents: Printed[];
  pdfOf: (path: string) => Uint8Array;
}> {
  process.env['CENTRE_KEY_FILE'] = (await localKey(mkdtempSync(join(tmpdir(), 'print-')))).publicFile;
  await makePrint({ say: () => {} });
  const documents = printed();
  const files = new Map(documents.map(({ path, file }) => [path, file]));
  return { documents, pdfOf: (path) => new Uint8Array(readFileSync(files.get(path) ?? '')) };
}
