import { readFile } from 'node:fs/promises';
import { siteEnv } from '../../site/site-env.ts';
import { type KeyedDocument, keyedDocuments } from '../shelf/printed.ts';
import { cached, cachedSize, keep, keepPdf } from './cache.ts';
import type { PrintDocument } from './document.ts';
import { startEngine } from './engine.ts';
import { startPreviews } from './preview.ts';

/** What `makePrint` needs of the world; tests bring their own. */
interface Surroundings {
  startEngine: typeof startEngine;
  production: boolean;
  say: (line: string) => void;
  /** Hears how far it is, for work that takes seconds. */
  step: (what: string, done: number, of: number) => void;
}

/**
 * Makes every PDF and picture that is not there yet. Throws when a document has another number of pages than it should,
 * or can't be made; where this machine has no engine it says which are missing, and throws in production.
 */
export async function makePrint(given: Partial<Surroundings> = {}): Promise<void> {
  const production = given.production ?? siteEnv() === 'production';
  const say = given.say ?? console.log;
  const step = given.step ?? (() => {});
  const all = keyedDocuments();
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
    for (const [done, { document, key }] of missing.entries()) {
      step('Making PDFs', done + 1, missing.length);
      const made = compile(document);
      refuseOtherLength(document, made.pages);
      keepPdf(key, made);
    }
    say(`Made ${missing.length} PDFs in ${Math.round(performance.now() - started)} ms.`);
  }
  const bare = all.filter(({ key, pictured }) => pictured && cachedSize(key, 'webp') === undefined);
  await makePreviews(bare, step);
}

/** Throws when a document has another number of pages than it should. */
export function refuseOtherLength({ path, pages: meant }: PrintDocument, pages: number): void {
  const fits = typeof meant === 'number' ? pages === meant : pages <= meant.most;
  if (fits) return;
  const said = typeof meant === 'number' ? `${meant} were meant` : `${meant.most} at most were meant`;
  throw new Error(`${path} has ${pages} pages; ${said}. Is a text too long?`);
}

async function makePreviews(missing: KeyedDocument[], step: Surroundings['step']): Promise<void> {
  const draw = missing.length > 0 ? await startPreviews() : undefined;
  if (!draw) return;
  for (const [done, { key }] of missing.entries()) {
    step('Drawing small pictures of them', done + 1, missing.length);
    keep(key, 'webp', await draw(await readFile(cached(key, 'pdf'))));
  }
}
