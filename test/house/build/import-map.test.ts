import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importMap, withImportMap } from '../../../tools/build/astro/import-map.ts';

/** A built site of a few scripts, by their names. */
function site(scripts: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'maps-'));
  mkdirSync(join(root, '_desk'));
  for (const [name, code] of Object.entries(scripts)) writeFileSync(join(root, '_desk', name), code);
  return root;
}

const page =
  '<head><title>x</title></head><script>exit()</script><script type="module" src="/_desk/a.js"></script>';
const digestOf = (path: string) => `sha384-of-${path}`;

it('gives the integrity of every script that a page comes to import, and loads at once what it imports at once', () => {
  const root = site({
    'a.js': 'import{x as y}from"./b.js";import"./c.js";const z=()=>import(`./d.js`);',
    'b.js': 'export const x=1;export*from"./c.js"',
    'c.js': 'import{y}from"./a.js"',
    'd.js': "import{x}from'./b.js';import('./e.js')",
    'e.js': 'export const said="from a book"',
    'f.js': 'nobody()',
  });
  const map = importMap(page, root, digestOf) ?? '';
  const named = ['b', 'c', 'd', 'e'].map((name) => `/_desk/${name}.js`);
  expect(JSON.parse(map)).toEqual({
    integrity: Object.fromEntries(named.map((path) => [path, digestOf(path)])),
  });
  const links = ['b', 'c'].map((name) => `<link rel="modulepreload" href="/_desk/${name}.js">`).join('');
  expect(withImportMap(page, root, map)).toBe(
    page.replace('<script>', `<script type="importmap">${map}</script>${links}<script>`),
  );
});

it('gives a page none whose scripts import nothing', () => {
  expect(importMap(page, site({ 'a.js': 'start()' }), digestOf)).toBeNull();
  expect(importMap('<p>No script</p>', site({}), digestOf)).toBeNull();
});
