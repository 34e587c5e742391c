import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, it } from 'vitest';
import { printTags } from '../../../src/print/languages.ts';
import { materialText } from '../../../src/print/texts.ts';
import { madeDocuments } from './made.ts';

const { documents, pdfOf } = await madeDocuments();
const library = await PDFiumLibrary.init();

/** The words of a text, each by itself: signs between them and the breaking of lines say nothing. */
const wordsOf = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{M}]{3,}/gu) ?? [];

/** Lam and alef are always drawn as one; readers that turn a line round take them in either order. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200c]/g, '')
    .replaceAll('ال', 'لا');

/** Every string in a tree of data. */
function stringsIn(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(stringsIn) : [];
}

it.each(printTags)('the protection leaflet in %s is read as it was written', async (language) => {
  const document = documents.find(({ item, language: own }) => item === 'protection' && own === language);
  // PDFium, the reader inside Chrome and Edge, puts letters that run to the left into the order of reading.
  const pdf = await library.loadDocument(pdfOf(document?.path ?? ''));
  const text = [...pdf.pages()].map((page) => page.getText()).join('\n');
  pdf.destroy();
  const read = plain(text);
  const { file: _, ...written } = materialText('protection', language);
  const words = wordsOf(stringsIn(written).join(' '));
  const lost = words.filter((word) => !read.includes(plain(word)));
  expect(words.length).toBeGreaterThan(20);
  expect(1 - lost.length / words.length, lost.join(' ')).toBeGreaterThanOrEqual(0.98);
});
