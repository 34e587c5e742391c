import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintDocument } from './document.ts';
import { fontBlobs } from './fonts.ts';
import { ENGINE_SETTINGS, PREVIEW_SETTINGS, TEMPLATES } from './settings.ts';

/**
 * Where what was made is kept, by what it was made of. Two builds at once do not disturb each other. `BUILD_CACHE` names
 * another folder for all that builds keep.
 */
const FOLDER = join(process.env['BUILD_CACHE'] ?? '.local', 'print');

/** What a document is made with, beside templates and typefaces: the engine, and what reads Markdown and how. */
const TOOLS = [
  'node_modules/@myriaddreamin/typst-ts-node-compiler/package.json',
  'node_modules/satteri/package.json',
  'src/print/engine/markdown.ts',
];

/** A file that is kept of a document: itself, its picture, and how many pages it has. */
type Ending = 'pdf' | 'webp' | 'pages';

/** A name for what a document is made of: its data and template, every other template, the typefaces, the tools. */
export type Key = string;

/** Gives the key of each document. Reads templates and typefaces once. */
export function keys(): (document: PrintDocument) => Key {
  const common = createHash('sha256');
  for (const file of globSync(`${TEMPLATES}/**/*.typ`).sort()) common.update(file).update(readFileSync(file));
  for (const blob of fontBlobs()) common.update(blob);
  for (const file of TOOLS) common.update(readFileSync(file));
  common.update(JSON.stringify([ENGINE_SETTINGS, PREVIEW_SETTINGS]));
  const base = common.digest('hex');
  return ({ template, data, pages }) =>
    createHash('sha256')
      .update(JSON.stringify([base, template, data, pages]))
      .digest('hex')
      .slice(0, 32);
}

/** Where the cache keeps a file of a document. */
export const cached = (key: Key, ending: Ending) => `${FOLDER}/${key}.${ending}`;

/** The size in bytes of what is kept, or nothing. */
export function cachedSize(key: Key, ending: Ending): number | undefined {
  const file = cached(key, ending);
  return existsSync(file) ? statSync(file).size : undefined;
}

/** How many pages a PDF has that is kept, or nothing. */
export function cachedPages(key: Key): number | undefined {
  const file = cached(key, 'pages');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

/** Keeps a PDF with the number of its pages. The number is there first: whoever finds the PDF finds both. */
export function keepPdf(key: Key, { pdf, pages }: { pdf: Uint8Array; pages: number }): void {
  keep(key, 'pages', Buffer.from(String(pages)));
  keep(key, 'pdf', pdf);
}

/** Keeps a file. It appears whole or not at all. */
export function keep(key: Key, ending: Ending, bytes: Uint8Array): void {
  mkdirSync(FOLDER, { recursive: true });
  const file = cached(key, ending);
  writeFileSync(`${file}.${process.pid}`, bytes);
  renameSync(`${file}.${process.pid}`, file);
}
