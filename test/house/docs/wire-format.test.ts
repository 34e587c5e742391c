import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMES } from '../../../src/protocol/wire/envelope.ts';

const text = readFileSync('docs/wire-format.md', 'utf8');

it('tells of each way to seal what the code says of it', () => {
  const rows = text.split('\n').filter((line) => /^\| `0x\d\d` \|/.test(line));
  const told = SCHEMES.map(
    ({ version, overhead, from, to, opens }) =>
      `| \`0x${String(version).padStart(2, '0')}\` | ${overhead} | ${from} | ${to.join(', ')} | ${opens.join(', ')} |`,
  );
  expect(rows).toEqual(told);
});

it('names files and folders that exist', () => {
  const named = [...text.matchAll(/`((?:src|test|docs)\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
