import { readFile } from 'node:fs/promises';
import { isLanguage } from '../i18n/languages.ts';
import { cached, cachedSize, type Key, keep, keys } from './cache.ts';
import { catalogue } from './catalogue.ts';
import { type PrintDocument, papers } from './document.ts';
import { startEngine } from './engine.ts';
import { previewSize, startPreviews } from './preview.ts';

/** A document with what there is of it. */
export interface Printed extends PrintDocument {
  /** Its PDF on disk and its size, once it is made. */
  file: string;
  bytes: number | undefined;
  /** Its picture, where it has one. */
  preview: { path: string; file: string; width: number; height: number } | undefined;
}

/** Every document as it is on disk. Makes nothing: a page that lists them reads it. */
export function printed(): Printed[] {
  return withKeys().map(({ document, key, pictured }) => ({
    ...document,
    file: cached(key, 'pdf'),
    bytes: cachedSize(key, 'pdf'),
    preview:
      pictured && cachedSize(key, 'webp') !== undefined
        ? {
            path: document.path.replace(/pdf$/, 'webp'),
            file: cached(key, 'webp'),
            ...previewSize(papers[document.paper]),
          }
        : undefined,
  }));
}

/** What `makePrint` needs of the world; tests bring their own. */
interface Surroundings {
  startEngine: typeof startEngine;
  production: boolean;
  say: (line: string) => void;
}

/**
 * Makes every PDF and picture that is not there yet. Throws when a document has another number of pages than it should,
 * or can't be made; where this machine has no engine it says which are missing, and throws in production.
 */
export async function makePrint(given: Partial<Surroundings> = {}): Promise<void> {
  const production = given.production ?? process.env['SITE_ENV'] === 'production';
  const say = given.say ?? console.log;
  const all = withKeys();
  const missing = all.filter(({ key }) => cachedSize(key, 'pdf') === undefined);
  if (missing.length > 0) {
    const started = performance.now();
    const compile = await (given.startEngine ?? startEngine)();
    if (!compile) {
      const list = missing.map(({ document }) => document.path).join(', ');
      const line = `There is no Typst for ${process.platform} on ${process.arch}. Missing: ${list}`;
      if (production) throw new Error(line);
      say(line);
      return;
    }
    for (const { document, key } of missing) {
      const { pdf, pages } = compile(document);
      if (pages !== document.pages)
        throw new Error(
          `${document.path} has ${pages} pages; ${document.pages} were meant. Is a text too long?`,
        );
      keep(key, 'pdf', pdf);
    }
    say(`Made ${missing.length} PDFs in ${Math.round(performance.now() - started)} ms.`);
  }
  await makePreviews(all.filter(({ key, pictured }) => pictured && cachedSize(key, 'webp') === undefined));
}

async function makePreviews(missing: Keyed[]): Promise<void> {
  const draw = missing.length > 0 ? await startPreviews() : undefined;
  if (!draw) return;
  for (const { key } of missing) keep(key, 'webp', await draw(await readFile(cached(key, 'pdf'))));
}

type Keyed = { document: PrintDocument; key: Key; pictured: boolean };

/** Each document with its key. The first version of an item in a language of the site has a picture. */
function withKeys(): Keyed[] {
  const keyOf = keys();
  const seen = new Set<string>();
  return catalogue().map((document) => {
    const version = `${document.item} ${document.language}`;
    const pictured = isLanguage(document.language) && !seen.has(version);
    seen.add(version);
    return { document, key: keyOf(document), pictured };
  });
}
