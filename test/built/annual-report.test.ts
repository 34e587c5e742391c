import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { pathTo } from '../../src/site/routes.ts';
import { buildSite } from '../../tools/build/build-site.ts';
import { ui } from '../support/ui.ts';
import { COUNTED_YEAR, figures, makeReport } from '../unit/reports/counted-year.ts';
import { BUILD_TIME, BUILDS, LOCAL_KEY } from './support/builds.ts';

/** A copy of the house, in which the next report is made. */
const house = resolve(BUILDS, 'next-report');
const out = join(house, 'dist');
const home = process.cwd();

beforeAll(async () => {
  mkdirSync(house, { recursive: true });
  for (const part of ['content', 'src', 'public', 'tools', 'functions', 'tsconfig']) {
    cpSync(part, join(house, part), { recursive: true });
  }
  for (const file of [
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
    'wrangler.toml',
    'NOTICE',
    'LICENSE',
  ]) {
    cpSync(file, join(house, file));
  }
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
  const { status, stdout, stderr } = makeReport(house);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(`content/reports/${COUNTED_YEAR}.yaml`);
  const [key, cache] = [resolve(LOCAL_KEY), resolve('.local')];
  process.chdir(house);
  try {
    await buildSite(out, key, { cache });
  } finally {
    process.chdir(home);
  }
}, 2 * BUILD_TIME);

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** The numbers that may be told of a table, as they are written. */
const written = (name: string) =>
  figures.tables
    .find((table) => table.name === name)
    ?.told?.cells.flat()
    .map((cell) => (typeof cell === 'number' ? String(cell) : cell === 'few' ? '1–4' : '×')) ?? [];

const plain = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe.each(languages)('the annual report that seven hundred cards make, in %s', (lang) => {
  const titles = ui(lang, 'desk').figures;

  it('is the newest report, with each table and its numbers, and says that they are to be confirmed', () => {
    const page = readFileSync(join(out, 'client', pathTo('report', lang), 'index.html'), 'utf8');
    const text = plain(page);
    for (const { name } of figures.tables) {
      expect(text).toContain(plain(titles[name]));
      for (const number of written(name)) expect(text).toContain(number);
    }
    expect(text.split(plain(ui(lang, 'safe').unconfirmed)).length).toBeGreaterThan(figures.tables.length);
  });

  it('is a PDF too, with the same numbers', async () => {
    const [file = ''] = globSync(join(out, `client/print/${lang}/*-${COUNTED_YEAR}.pdf`));
    const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getTextContent()),
    );
    const words = pages.flatMap(({ items }) => items.flatMap((item) => ('str' in item ? [item.str] : [])));
    const text = words.join('').replace(/\s/g, '');
    for (const table of figures.tables) {
      expect(text).toContain(titles[table.name].replace(/\s/g, ''));
      for (const number of written(table.name)) expect(text).toContain(number);
    }
  });
});
