import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { pushKey } from '../../../functions/bell/channels/push.ts';
import { readMailboxSecrets } from '../../../functions/secrets/mailbox-secrets.ts';
import { readTwoSecrets } from '../../../functions/secrets/two-secrets.ts';
import { localSecrets, throwAwaySecret } from '../../../tools/serve/local-secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

it('draws a secret for each store, which the worker takes, and keeps it beside that store', () => {
  const [one, other] = ['one/state', 'other/state'].map((name) => localSecrets(join(folder, name)));
  expect(one).not.toEqual(other);
  expect(localSecrets(join(folder, 'one/state'))).toEqual(one);
  expect(one && readMailboxSecrets(one)).not.toBeNull();
  expect(readTwoSecrets(one?.ALERT_SECRET)).not.toBeNull();
  expect(one && pushKey({ ...one, DESK_HOST: 'desk.localhost' })).toMatch(/^B[\w-]{86}$/);
  expect(() => new Webhook(one?.WEBHOOK_SECRET ?? '')).not.toThrow();
  expect(statSync(join(folder, 'one/state/MAILBOX_SECRET')).mode & 0o077).toBe(0);
});

it('hands on what the environment sets, and writes it nowhere', () => {
  const names = Object.keys(localSecrets(join(folder, 'one/state')));
  const set = Object.fromEntries(names.map((name) => [name, throwAwaySecret()]));
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
  const state = join(folder, 'third');
  expect(localSecrets(state)).toEqual(set);
  expect(statSync(state, { throwIfNoEntry: false })).toBeUndefined();
});
