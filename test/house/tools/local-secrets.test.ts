import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { readMailboxSecrets } from '../../../functions/secrets/mailbox-secrets.ts';
import { localSecrets, throwAwaySecret } from '../../../tools/serve/local-secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

it('draws a secret for each store, which the worker takes, and keeps it beside that store', () => {
  const [one, other] = ['one/state', 'other/state'].map((name) => localSecrets(join(folder, name)));
  expect(one).not.toEqual(other);
  expect(localSecrets(join(folder, 'one/state'))).toEqual(one);
  expect(one && readMailboxSecrets(one)).not.toBeNull();
  expect(statSync(join(folder, 'one/state/MAILBOX_SECRET')).mode & 0o077).toBe(0);
});

it('hands on what the environment sets, and writes it nowhere', () => {
  const set = throwAwaySecret();
  vi.stubEnv('MAILBOX_SECRET', set);
  const state = join(folder, 'third');
  expect(localSecrets(state)).toEqual({ MAILBOX_SECRET: set });
  expect(statSync(state, { throwIfNoEntry: false })).toBeUndefined();
});
