import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** An import as the builder writes it into a module: `from"./x.js"`, `import"./x.js"`, or, for later, `import("./x.js")`. */
const IMPORTS = /\b(?:from|import)\s*(?<later>\(\s*)?["'`](?<path>\.{1,2}\/[\w./-]+\.js)["'`]/g;

/** The scripts that a built module imports, by their paths in the site: at once, or later. `root` is the site's folder. */
export function importsOf(path: string, root: string): { now: string[]; later: string[] } {
  const now: string[] = [];
  const later: string[] = [];
  for (const { groups } of readFileSync(join(root, path), 'utf8').matchAll(IMPORTS)) {
    const imported = posix.join(posix.dirname(path), groups?.['path'] ?? '');
    if (!existsSync(join(root, imported))) continue;
    (groups?.['later'] ? later : now).push(imported);
  }
  return { now, later };
}

/** What some built modules come to import through any number of others, themselves not included, in an order of its own. */
function reached(paths: readonly string[], importsOfOne: (path: string) => readonly string[]): string[] {
  const found = new Set(paths);
  for (const one of found) for (const imported of importsOfOne(one)) found.add(imported);
  return [...found].filter((one) => !paths.includes(one)).sort();
}

const MODULE = /<script\b[^>]*\btype="module"[^>]*\bsrc="(\/[^"]+\.js)"[^>]*>/g;

/**
 * The text of the import map for a page whose scripts import others: the digest of each of those, since a tag can give
 * integrity only to the script that it names itself. Null where nothing is imported. `digestOf` gives one of a file.
 */
export function importMap(html: string, root: string, digestOf: (path: string) => string): string | null {
  const imported = reached(scriptsOf(html), (path) => {
    const { now, later } = importsOf(path, root);
    return [...now, ...later];
  });
  if (imported.length === 0) return null;
  return JSON.stringify({ integrity: Object.fromEntries(imported.map((path) => [path, digestOf(path)])) });
}

const scriptsOf = (html: string) => [...html.matchAll(MODULE)].map(([, path = '']) => path);

/**
 * Puts an import map into a page, before its first script: what was imported earlier would not be held to it. After it
 * stand those that are imported at once, so that a browser need not read one to hear of the next.
 */
export function withImportMap(html: string, root: string, map: string): string {
  const atOnce = reached(scriptsOf(html), (path) => importsOf(path, root).now);
  const links = atOnce.map((path) => `<link rel="modulepreload" href="${path}">`).join('');
  return html.replace(/(?=<script\b)/, () => `<script type="importmap">${map}</script>${links}`);
}
