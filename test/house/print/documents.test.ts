import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { papers } from '../../../src/print/engine/document.ts';
import { madeDocuments } from './made.ts';
import { paperNames } from './paper-names.ts';

const { documents, pdfOf } = await madeDocuments();

/** The script of a language that is not written in Latin letters. */
const SCRIPTS: Record<string, RegExp> = {
  ar: /\p{Script=Arabic}/u,
  'fa-AF': /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  'zh-CN': /\p{Script=Han}/u,
};

const POINTS_PER_MM = 72 / 25.4;

/** The PDF as pdf.js, the reader inside Firefox, opens it. */
async function open(path: string) {
  const pdf = await getDocumentProxy(pdfOf(path));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      // Typefaces are known once the page's drawing instructions are read.
      await page.getOperatorList();
      const content = await page.getTextContent();
      return {
        page,
        content,
        words: content.items.filter((item) => 'str' in item),
        tree: await page.getStructTree(),
      };
    }),
  );
  return { pdf, pages };
}

describe.each(documents.map((document) => [document.path, document] as const))('%s', (path, document) => {
  const opened = open(path);

  it('opens, is tagged, and says its title and language', async () => {
    const { pdf, pages } = await opened;
    const { info } = await pdf.getMetadata();
    expect(pdf.numPages).toBe(document.pages);
    expect(info).toMatchObject({ Title: document.title, Language: document.language });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    for (const { tree } of pages) expect(JSON.stringify(tree)).toContain('"role":"Document"');
    expect(JSON.stringify(pages[0]?.tree)).toContain('"role":"H1"');
  });

  it('has the size of its paper, embedded typefaces, and all of its text on the page', async () => {
    const { pages } = await opened;
    const { width, height } = papers[document.paper];
    for (const { page, content, words } of pages) {
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      expect(right - left).toBeCloseTo(width * POINTS_PER_MM, 0);
      expect(top - bottom).toBeCloseTo(height * POINTS_PER_MM, 0);
      for (const name of Object.keys(content.styles)) {
        expect(page.commonObjs.get(name)).toMatchObject({ missingFile: false });
      }
      // A space alone is pdf.js's own, for the way between two words; it has no place on the page.
      const printed = words.filter(({ str }) => str.trim() !== '');
      for (const { str, transform, width: length } of printed) {
        const [a = 0, b = 0, , , x = 0, y = 0] = transform;
        const size = Math.hypot(a, b) || 1;
        const [endX, endY] = [x + (a / size) * length, y + (b / size) * length];
        const inside = Math.min(x, endX) >= 0 && Math.max(x, endX) <= right;
        expect(inside && Math.min(y, endY) >= 0 && Math.max(y, endY) <= top, `“${str}” at ${x}, ${y}`).toBe(
          true,
        );
      }
    }
  });

  it('has no digit in a face whose zero is slashed, in text or chart', async () => {
    const { pages } = await opened;
    for (const { page, words } of pages) {
      for (const { str, fontName } of words.filter(({ str }) => /[0-9]/.test(str)))
        expect(page.commonObjs.get(fontName).name, str).toMatch(/NotoSans|YoungSerif|Vazirmatn/);
    }
  });

  it('has text that a machine can read, in its language', async () => {
    const { pages } = await opened;
    // What stands aslant is the mark of a draft, in the language of the team; the papers have their names in Latin.
    const upright = pages.flatMap(({ words }) => words.filter(({ transform: [, slant] }) => slant === 0));
    const text = [String(document.data['draft']), ...paperNames().flatMap((name) => name.split(' '))].reduce(
      (left, other) => left.replaceAll(other, ''),
      upright.map(({ str }) => str).join(''),
    );
    expect(text.length).toBeGreaterThan(40);
    // U+FFFD and the private use areas: letters that would be copied as rubbish.
    expect(text).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
    const letters = text.match(/\p{L}/gu) ?? [];
    const own = SCRIPTS[document.language] ?? /\p{Script=Latin}/u;
    const share = letters.filter((letter) => own.test(letter)).length / letters.length;
    expect(share).toBeGreaterThan(document.item === 'strips' ? 0.6 : 0.8);
  });
});
