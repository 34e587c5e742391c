import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { startEngine } from '../../../src/print/engine/engine.ts';
import { madeDocuments } from './made.ts';

it('makes the same bytes each time', async () => {
  const { documents } = await madeDocuments();
  const compile = await startEngine();
  for (const document of documents) {
    const again = compile?.(document).pdf;
    expect(Buffer.compare(Buffer.from(again ?? []), readFileSync(document.file)), document.path).toBe(0);
  }
});

it('keeps pictures small', async () => {
  const { documents } = await madeDocuments();
  const pictures = documents.flatMap(({ preview }) => preview ?? []);
  expect(pictures.length).toBeGreaterThan(0);
  for (const { file, path } of pictures) expect(readFileSync(file).length, path).toBeLessThan(24 * 1024);
});
