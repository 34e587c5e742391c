import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

const text = readFileSync('docs/threat-model.md', 'utf8');
const promises = text
  .slice(text.indexOf('## Promises'), text.indexOf('## What we do not promise'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'));

it.each(promises)('the threat model names a test that exists: %s', (row) => {
  const heldBy = row.split('|').at(-2) ?? '';
  const named = [...heldBy.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(0);
  const files = named.filter((name) => name.endsWith('.ts'));
  const folder = files[0]?.slice(0, -basename(files[0]).length) ?? '';
  for (const file of files) expect(existsSync(file) || existsSync(folder + file), file).toBe(true);
});

it('has its promises in one table', () => {
  const from = text.slice(text.indexOf('| promise'));
  const table = from.slice(0, from.indexOf('\n\n')).split('\n');
  expect(table.filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))).toEqual(promises);
});
