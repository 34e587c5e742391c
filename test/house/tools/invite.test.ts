import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inviteWords } from '../../../src/protocol/keys/invite-words.ts';
import { drawOwnKey, openVaultBox } from '../../../src/protocol/keys/own-key.ts';
import { vaultKeys } from '../../../src/protocol/keys/vault.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import {
  describeCentreKey,
  describedKey,
  type PublishedKeys,
} from '../../../src/protocol/wire/centre-key.ts';
import { inviteIdOf } from '../../../src/protocol/wire/invite.ts';
import { createKeyFile } from '../../../tools/keys/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'invite-'));
const at = (name: string) => join(folder, name);
const PASSPHRASE = 'a passphrase for the tests';
let published: PublishedKeys;

beforeAll(async () => {
  published = await createKeyFile('production', PASSPHRASE, at('key.json'), at('public.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function invite(args: string[], input = '') {
  const env = { ...process.env, CENTRE_PASSPHRASE: PASSPHRASE };
  const done = spawnSync(process.execPath, ['tools/store/invite.ts', ...args], {
    encoding: 'utf8',
    input,
    env,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

it('invites without a key, and lets in who opened it only when somebody says that the words are the same', async () => {
  const made = invite(['--sql', at('out.sql'), '--origin', 'https://desk.pag-asa.be']);
  const code = /Code +((?:\d{4} ?){4})/.exec(made.out)?.[1]?.replace(/\D/g, '') ?? '';
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('https://desk.pag-asa.be/nl/desk/') });
  const id = await inviteIdOf(code);
  const sql = readFileSync(at('out.sql'), 'utf8');
  expect(sql).toMatch(new RegExp(`^INSERT INTO invites .*'${id}', 'administrator'`));
  expect(sql).not.toContain(code);

  const own = drawOwnKey();
  const row = { id, name: 'Ana', boxKey: Buffer.from(own.publicKey).toString('hex').toUpperCase() };
  writeFileSync(at('none.json'), JSON.stringify([{ results: [], success: true }]));
  writeFileSync(at('opened.json'), JSON.stringify([{ results: [row], success: true }]));
  const letIn = (file: string, said: string) =>
    invite(['--key', at('key.json'), '--let-in', at(file), '--sql', at('in.sql')], said);
  expect(letIn('none.json', 'yes\n').err).toMatch(/nobody has opened the invitation yet/);
  expect(letIn('opened.json', 'no\n')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Nobody was let in.'),
  });
  expect(existsSync(at('in.sql'))).toBe(false);

  const done = letIn('opened.json', 'yes\n');
  const [newest] = published.keys;
  const centre = newest && describedKey(newest);
  if (!centre) throw new Error('No key was published.');
  const bytes = fromBase64url(id) ?? new Uint8Array();
  for (const word of inviteWords({ boxKey: own.publicKey, invite: bytes, centre }))
    expect(done.out).toContain(word);
  const [, box = ''] = /box = x'([0-9a-f]+)'/.exec(readFileSync(at('in.sql'), 'utf8')) ?? [];
  const vault = openVaultBox(Uint8Array.from(Buffer.from(box, 'hex')), own);
  expect(vault && vaultKeys(vault).map(centrePair).map(describeCentreKey)).toEqual(published.keys);
}, 60_000);
