import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageLanguages } from '../../../src/i18n/languages.ts';
import { pagesIn, pathTo } from '../../../src/site/routes.ts';
import { strayPages } from '../../../tools/build/astro/whole-pages.ts';

let root = '';

function put(path: string) {
  mkdirSync(join(root, path), { recursive: true });
  writeFileSync(join(root, path, 'index.html'), '');
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  for (const language of pageLanguages) for (const page of pagesIn(language)) put(pathTo(page, language));
});
afterEach(() => rmSync(root, { recursive: true }));

test('a build with every page of the table, and those below, is whole', () => {
  for (const path of ['/', `${pathTo('campaigns', 'nl')}2027-07-30/`]) put(path);
  writeFileSync(join(root, '404.html'), '');
  expect(strayPages(root)).toEqual([]);
});

test('a page without a row, and a row without a page, are each named', () => {
  put('/nl/info/z/');
  put('/nl/contact/deeper/');
  rmSync(join(root, pathTo('rights', 'fr')), { recursive: true });
  expect(strayPages(root)).toEqual([
    '/fr/info/e/ has a row in src/site/pages.ts and was not built',
    '/nl/contact/deeper/index.html was built and has no row in src/site/pages.ts',
    '/nl/info/z/index.html was built and has no row in src/site/pages.ts',
  ]);
});
