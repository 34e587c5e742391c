import { PDFiumLibrary } from '@hyzyla/pdfium';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { directionOf, printTags } from '../../../src/i18n/languages.ts';
import { materialText } from '../../../src/print/catalogue/texts.ts';
import { SMALL_MARKS } from '../../../src/print/engine/document.ts';
import { madeDocuments } from './made.ts';

const { documents, pdfOf } = await madeDocuments();
const library = await PDFiumLibrary.init();

/** The words of a text, each by itself: signs between them and the breaking of lines say nothing. */
const wordsOf = (text: string) => text.normalize('NFKC').match(/[\p{L}\p{M}\u200c]{3,}/gu) ?? [];

/**
 * What is known to be read otherwise than it is printed, and why. No typeface, and no switch of the engine, helps.
 *
 * - Lam and alef are one letter on paper. Readers that turn a line round turn the two within it as well: لا becomes ال.
 * - The sign that ends a half of a Persian word (U+200C) has no glyph; readers leave it out, or set it one letter late.
 *
 * - pdf.js also cuts words where their letters stand apart, and gives the pieces from left to right: nothing tells which
 *   belong together, so it is not asked about languages that run to the left.
 *
 * It looks right on paper. Read aloud, words with lam-alef are wrong: “day and night” in Arabic is one.
 */
const KNOWN: Record<string, (text: string) => string> = {
  'lam-alef': (text) => text.replaceAll('ال', 'لا'),
  'half-space': (text) => text.replaceAll('\u200c', ''),
};

/** The known exceptions of a language. */
const exceptions: Partial<Record<(typeof printTags)[number], (keyof typeof KNOWN)[]>> = {
  ar: ['lam-alef'],
  'fa-AF': ['lam-alef', 'half-space'],
};

/** Lines say nothing, and an alef with a sign of its own may be two characters. */
const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** Every string in a tree of data. */
function stringsIn(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(stringsIn) : [];
}

const readers = {
  /** The reader inside Chrome and Edge: puts letters that run to the left into the order of reading. */
  PDFium: async (pdf: Uint8Array) => {
    const document = await library.loadDocument(pdf);
    const text = [...document.pages()].map((page) => page.getText()).join('\n');
    document.destroy();
    return text;
  },
  /** The reader inside Firefox. */
  'pdf.js': async (pdf: Uint8Array) => {
    const document = await getDocumentProxy(pdf);
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => {
        const { items } = await (await document.getPage(index + 1)).getTextContent();
        return items.map((item) => ('str' in item ? item.str : '')).join('');
      }),
    );
    return pages.join('\n');
  },
};

const materials = ['card', 'protection'] as const;

/** What a text has that does not stand on the pages: names of files, and what the poster with strips says. */
const ELSEWHERE = {
  card: ['file', 'title', 'question', 'call', 'callNational'],
  protection: ['file', 'callNational'],
};

describe.each(Object.keys(readers) as (keyof typeof readers)[])('%s', (reader) => {
  describe.each(materials)('reads the %s', (item) => {
    const asked = printTags.filter((tag) => reader === 'PDFium' || directionOf(tag) === 'ltr');
    it.each(asked)('in %s as it was written', async (language) => {
      const document = documents.find(
        (one) => one.item === item && one.language === language && one.paper !== 'a4',
      );
      const known = exceptions[language] ?? [];
      const equal = (text: string) => known.reduce((so, name) => KNOWN[name]?.(so) ?? so, plain(text));
      const read = equal(await readers[reader](pdfOf(document?.path ?? '')));
      const text = Object.entries(materialText(item, language));
      const printed = text.filter(([name]) => !ELSEWHERE[item].includes(name));
      const written = stringsIn(Object.fromEntries(printed)).join(' ').replace(SMALL_MARKS, '');
      const words = wordsOf(written);
      const lost = words.filter((word) => !read.includes(equal(word)));
      expect(words.length).toBeGreaterThan(item === 'card' ? 3 : 20);
      expect(1 - lost.length / words.length, lost.join(' ')).toBeGreaterThanOrEqual(
        item === 'card' ? 1 : 0.98,
      );
    });
  });
});

it('needs each exception: what readers make of these words is still not what is printed', async () => {
  const of = async (language: string) => {
    const document = documents.find((one) => one.item === 'protection' && one.language === language);
    return plain(await readers.PDFium(pdfOf(document?.path ?? '')));
  };
  expect(await of('ar')).not.toContain('ليلا');
  expect(await of('fa-AF')).not.toContain('می\u200cتوانید');
});
