import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isLanguage, languages, printTags } from '../../../src/i18n/languages.ts';
import { createKeyFile } from '../../../tools/keys/key-file.ts';
import { ui } from '../../support/ui.ts';

const folder = mkdtempSync(join(tmpdir(), 'print-reading-'));
const library = await PDFiumLibrary.init();

/** What says on paper that nobody has read a text, in each language of the site; on a translation in English. */
const marks = languages.map((lang) => ui(lang, 'site').downloads);
const english = ui('en', 'site').downloads;

/** The modules of print as a build reads them: what may be shown is decided when they are loaded. */
async function printFor(use: 'local' | 'production') {
  const [secret, open] = [join(folder, `${use}.secret.json`), join(folder, `${use}.json`)];
  await createKeyFile(use, 'a passphrase for the tests', secret, open);
  vi.stubEnv('CENTRE_KEY_FILE', open);
  vi.stubEnv('SITE_ENV', use);
  vi.resetModules();
  return {
    ...(await import('../../../src/print/engine/make.ts')),
    ...(await import('../../../src/print/shelf/publish.ts')),
    ...(await import('../../../src/print/catalogue/readings.ts')),
    ...(await import('../../../src/print/catalogue/texts.ts')),
    ...(await import('../../../src/print/catalogue/shelf.ts')),
  };
}

/** What PDFium, the reader inside Chrome and Edge, finds on the pages of a file. */
async function wordsOn(file: string): Promise<string[]> {
  const pdf = await library.loadDocument(new Uint8Array(readFileSync(file)));
  const pages = [...pdf.pages()].map((page) => page.getText());
  pdf.destroy();
  return pages;
}

/** A text without spaces and without the vowels and marks that readers set in another order. */
const plain = (text: string) => text.normalize('NFKC').replace(/[\s\u200c]/g, '');

afterAll(() => vi.unstubAllEnvs());

describe('what is made for production', () => {
  const root = join(folder, 'production');
  let print: Awaited<ReturnType<typeof printFor>>;
  beforeAll(async () => {
    print = await printFor('production');
    // What an earlier build left there.
    mkdirSync(join(root, 'print/ar'), { recursive: true });
    writeFileSync(join(root, 'print/ar/card-85x55.pdf'), 'a draft of last week');
    await print.makePrint({ say: () => {} });
    print.publishPrint(root);
  }, 120_000);

  it('is in no language in which nobody has read it, and leaves no older file either', () => {
    const folders = new Set(globSync(`${root}/print/*/*`).map((file) => file.split(/[\\/]/).at(-2)));
    const unread = print.readings().filter(({ read }) => !read);
    expect([...folders].sort()).toEqual(['en', 'fr', 'nl']);
    expect(unread.length).toBe(2 * printTags.filter((tag) => !isLanguage(tag)).length);
  });

  it('says no sentence of an unread text, on any page of any PDF', async () => {
    const files = globSync(`${root}/print/**/*.pdf`);
    expect(files.length).toBeGreaterThan(30);
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: plain((await wordsOn(file)).join('')) })),
    );
    for (const tag of printTags.filter((tag) => !isLanguage(tag))) {
      const { question, info } = print.materialText('card', tag);
      const { headline } = print.materialText('protection', tag);
      for (const { file, text } of texts)
        for (const sentence of [question, info, headline]) expect(text, file).not.toContain(plain(sentence));
    }
    // Nothing in another script, whatever it says; and no word that it is a draft.
    for (const { file, text } of texts) {
      expect(text, file).not.toMatch(/[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Han}]/u);
      for (const { draftWord } of marks) expect(text, file).not.toContain(draftWord);
    }
  });

  it('asks the question of the poster with strips in the three languages of the site alone', async () => {
    const [file] = globSync(`${root}/print/fr/*languettes-a4.pdf`);
    const text = plain((await wordsOn(file ?? '')).join(''));
    for (const tag of ['nl', 'fr', 'en'] as const)
      expect(text).toContain(plain(print.materialText('card', tag).question));
  });

  it('is all that the page of materials lists, in no more languages than there are', () => {
    const shelf = print.shelf('en');
    const listed = shelf.flatMap(({ files }) => files.map(({ path }) => path)).sort();
    const made = globSync(`${root}/print/**/*.pdf`).map((file) =>
      file.slice(root.length).replaceAll('\\', '/'),
    );
    expect(listed).toEqual(made.filter((path) => !/-\d{4}\.pdf$/.test(path)).sort());
    expect(print.languagesOnShelf(shelf)).toEqual(['nl', 'fr', 'en']);
  });
});

describe('what is made to be looked at', () => {
  const root = join(folder, 'local');
  let print: Awaited<ReturnType<typeof printFor>>;
  beforeAll(async () => {
    print = await printFor('local');
    await print.makePrint({ say: () => {} });
    print.publishPrint(root);
  }, 120_000);

  it.each(printTags.filter((tag) => !isLanguage(tag)))(
    'says in %s on every page, across it, that nobody has read it',
    async (tag) => {
      for (const file of globSync(`${root}/print/${tag}/*.pdf`)) {
        for (const page of await wordsOn(file)) {
          // Each of ten cards is cut out with its own.
          expect(page.split(english.draftWord), file).toHaveLength(file.endsWith('x10.pdf') ? 11 : 2);
          // A reader that turns lines round for Arabic turns these round too: word by word.
          for (const word of english.unread.split(' ')) expect(page).toContain(word);
        }
      }
    },
  );

  it.each(languages)(
    'says so on the poster with strips as long as one of its questions is unread, in %s',
    async (lang) => {
      const { draftWord, unread } = ui(lang, 'site').downloads;
      const posters = print.shelf(lang).find(({ item }) => item === 'strips')?.files ?? [];
      const own = posters.filter(({ language }) => language === lang);
      expect(own).toHaveLength(3);
      for (const { path, confirmed, under } of own) {
        const text = plain((await wordsOn(join(root, path))).join(''));
        expect(text).toContain(draftWord);
        expect(text).toContain(plain(unread));
        expect(confirmed).toBe(false);
        expect(under).toHaveLength(printTags.length - 2);
      }
    },
  );

  it('says it on nothing else', async () => {
    for (const file of globSync(`${root}/print/{nl,fr,en}/*.pdf`)) {
      if (/strookjes|languettes|strips/.test(file)) continue;
      const text = (await wordsOn(file)).join('');
      for (const { draftWord } of marks) expect(text, file).not.toContain(draftWord);
    }
  });
});
