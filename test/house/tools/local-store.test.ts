import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '../../../tools/store/local-store.ts';

const state = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(state, { recursive: true, force: true }));

it('refuses a store that a migration made which reads otherwise now, and says what to do', () => {
  migrate(state);
  expect(() => migrate(state)).not.toThrow();
  const record = join(state, 'migrations.txt');
  const before = readFileSync(record, 'utf8');
  writeFileSync(record, before.replace(/[0-9a-f]{64}/, '0'.repeat(64)));
  expect(() => migrate(state)).toThrow(/older shape.*delete that folder/);
  rmSync(record);
  expect(() => migrate(state)).toThrow(/older shape/);
});
