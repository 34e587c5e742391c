import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scriptsOfBothWorlds } from '../../../tools/check/pages/worlds.ts';

let pages = '';

function put(path: string, text: string) {
  mkdirSync(dirname(join(pages, path)), { recursive: true });
  writeFileSync(join(pages, path), text);
}

beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), 'worlds-'));
  put('nl/desk/index.html', '<script type="module" src="/_astro/deskdesk.js"></script>');
  put('nl/info/a/index.html', '<script type="module" src="/_astro/formform.js"></script>');
  put('_astro/formform.js', 'import{a}from"./sealseal.js";');
  put('_astro/sealseal.js', '');
  put('_astro/zodzodzo.js', '');
});
afterEach(() => rmSync(pages, { recursive: true }));

test('a desk with scripts of its own shares none', () => {
  put('_astro/deskdesk.js', 'import{a}from"./zodzodzo.js";');
  expect(scriptsOfBothWorlds(pages)).toEqual([]);
});

test('a script that desk and form both load is named, however they come to it', () => {
  put('_astro/deskdesk.js', 'import{a}from"./sealseal.js";');
  expect(scriptsOfBothWorlds(pages)).toEqual(['_astro/sealseal.js']);
});
