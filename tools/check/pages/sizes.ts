import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { isLanguage } from '../../../src/i18n/languages.ts';
import type { Page } from '../../../src/site/pages.ts';
import { type Place, placeOf } from '../../../src/site/routes.ts';

const KB = 1024;

/** What a page may weigh: a kind of the table of pages, or the form in a language that is none of the site's. */
type Budget = Page['budget'] | 'translated';

/**
 * Budgets in bytes after brotli (the design brief's performance table), for each kind of page. Until the receipt, a referral
 * takes no more than 45,000 bytes: what its form weighs, and what is sent and answered (test/browser/form/bytes.spec.ts).
 */
const BUDGETS: Record<Budget, { document: number; script: number; total: number }> = {
  // Two ways to stretch a code are in it, and not the solver of challenges, which few ever fetch.
  form: { document: 11.75 * KB, script: 27.75 * KB, total: 39.25 * KB },
  // The same in other letters: each of those takes two bytes or three, and less of them is alike.
  translated: { document: 12.5 * KB, script: 27.75 * KB, total: 40 * KB },
  // Two screens with some thirty questions, for who sits at work; more is sent of it.
  work: { document: 11.5 * KB, script: 28.75 * KB, total: 40 * KB },
  // The mailbox has signatures in it; a request sends no more than a referral.
  task: { document: 9 * KB, script: 31 * KB, total: 38.5 * KB },
  safe: { document: 7 * KB, script: 0, total: 7 * KB },
  // What is opened now and then comes later, its words too, and counts below.
  desk: { document: 18 * KB, script: 128.75 * KB, total: 146.25 * KB },
  home: { document: 14 * KB, script: 0, total: 70 * KB },
  site: { document: 100 * KB, script: 2 * KB, total: 100 * KB },
};

/** The same of what a page fetches after it is there, whether or not somebody opens it. */
const LATER = 100 * KB;

/** What comes later: a map of it, and imports that wait for something. */
const COMES_LATER = /<script type="importmap">.*?<\/script>|\bimport\(\s*["'`][^"'`]+["'`]\s*\)/g;

const weigh = (file: string) => brotliCompressSync(readFileSync(file)).length;

/** Our own files that a file names: in src, href and url(), and as modules that a script imports at once. */
function filesNamedIn(whole: string, pages: string, workers: boolean): string[] {
  const text = whole.replaceAll(COMES_LATER, '');
  const named = text.matchAll(
    /(?:src|href)="(\/[^"?#]+\.(?:css|js|woff2|svg|png|avif))"|url\(["']?(\/[^)"']+)/g,
  );
  const imported = text.matchAll(
    workers
      ? /["'`](?:\.\/|(?:\.\.)?\/?_(?:astro|desk)\/|)([\w-]{8}\.js)["'`]/g
      : /["'`]\.\/([\w-]{8}\.js)["'`]/g,
  );
  return [
    ...[...named].map(([, a, b]) => a ?? b ?? ''),
    ...[...imported].map(
      ([, name]) => (existsSync(join(pages, `_desk/${name}`)) ? '/_desk/' : '/_astro/') + name,
    ),
  ];
}

/**
 * The files that a built page loads, with what those load in turn. `pages`: the folder of the built site; `workers`:
 * whether what scripts start, and do not import, counts.
 */
export function loadedBy(page: string, pages: string, workers = true): Set<string> {
  const loaded = new Set<string>();
  const queue = [page];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const name of filesNamedIn(readFileSync(file, 'utf8'), pages, workers)) {
      const path = join(pages, name);
      if (loaded.has(path)) continue;
      loaded.add(path);
      if (/\.(css|js)$/.test(path)) queue.push(path);
    }
  }
  return loaded;
}

/** Bytes after brotli of what a built page fetches once it is there: scripts that its map names, and its texts. */
export function weighLater(file: string, pages: string): number {
  const loaded = loadedBy(file, pages);
  const html = readFileSync(file, 'utf8');
  const [map = ''] = /<script type="importmap">.*?<\/script>/.exec(html) ?? [];
  const named = [...map.matchAll(/"(\/[^"]+\.js)"/g), ...html.matchAll(/data-texts="([^"]+)"/g)];
  return named
    .map(([, path = '']) => join(pages, path))
    .filter((path) => !loaded.has(path))
    .reduce((bytes, path) => bytes + weigh(path), 0);
}

/** Bytes of a built page after brotli: its HTML and CSS, its scripts, and all that it loads together. */
export function weighPage(
  file: string,
  pages: string,
  workers = true,
): { document: number; script: number; total: number } {
  const loaded = [...loadedBy(file, pages, workers)];
  const sum = (ending: RegExp) =>
    loaded.filter((path) => ending.test(path)).reduce((bytes, path) => bytes + weigh(path), 0);
  const document = weigh(file) + sum(/\.css$/);
  const script = sum(/\.js$/);
  return { document, script, total: document + script + sum(/\.(?!css|js)\w+$/) };
}

/** The budget of what is built at a place. */
const budgetOf = (place: Place): Budget =>
  place.row.budget === 'form' && 'language' in place && !isLanguage(place.language)
    ? 'translated'
    : place.row.budget;

/** Weighs each built page with all that it loads, and prints it against its budget. Gives how many are over it. */
export function pagesOverBudget(pages: string): number {
  let over = 0;
  console.log('document (HTML, CSS)   scripts   total   later   budget           page');
  for (const file of globSync(`${pages}/**/*.html`).sort()) {
    const page = relative(pages, file).replaceAll('\\', '/');
    const place = placeOf(`/${page}`);
    if (!place) throw new Error(`${page} has no row in src/site/pages.ts`);
    const kind = budgetOf(place);
    const budget = BUDGETS[kind];
    const { document, script, total } = weighPage(file, pages, kind === 'desk');
    const later = weighLater(file, pages);
    const first = document > budget.document || script > budget.script || total > budget.total;
    const tooMuch = first || later > LATER;
    if (tooMuch) over += 1;
    const cell = (bytes: number, width: number) => String(bytes).padStart(width);
    console.log(
      `${cell(document, 20)} ${cell(script, 9)} ${cell(total, 7)} ${cell(later, 7)}   ${kind.padEnd(15)}${tooMuch ? '! ' : '  '}${page}`,
    );
  }
  return over;
}
