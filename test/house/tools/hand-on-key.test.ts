import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { signMemberList, vouchFor } from '../../../src/protocol/keys/member-list.ts';
import { openNextKey } from '../../../src/protocol/keys/next-key.ts';
import { type CentrePair, centrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { PublishedKeys } from '../../../src/protocol/wire/centre-key.ts';
import { NextKeyFile, type VouchedMember } from '../../../src/protocol/wire/next-key.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { createKeyFile, openKeyFile } from '../../../tools/keys/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'hand-on-'));
const at = (name: string) => join(folder, name);
const PASSPHRASE = 'bakomi tuleva rosidu zofanu';
const now = Math.floor(Date.now() / 1000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everybody here has an own key; who has left is not in the list. */
const [ana, bo, left] = ['Ana', 'Bo', 'Gone'].map((name) => ({
  id: randomId(),
  name,
  own: nacl.box.keyPair(),
})) as [Person, Person, Person];
type Person = { id: string; name: string; own: nacl.BoxKeyPair };

let pair: CentrePair = drawPair();

beforeEach(async () => {
  for (const name of ['key.json', 'public.json', 'next-key.json']) rmSync(at(name), { force: true });
  await createKeyFile('production', PASSPHRASE, at('key.json'), at('public.json'));
  const opened = await openKeyFile(at('key.json'), PASSPHRASE);
  if (!opened.ok || !opened.keys[0]) throw new Error('the key file does not open');
  pair = centrePair(opened.keys[0]);
});

/** A member as their own vault says that they are. */
function vouched({ id, name, own }: Person, by = pair): VouchedMember {
  const owner = { id, name, boxKey: toBase64url(own.publicKey) };
  return { ...owner, vouch: vouchFor(owner, by) };
}

/** Saves a list of members as the desk does. */
function saveList(members: VouchedMember[], { by = pair, day = now } = {}): void {
  writeFileSync(at('members.json'), JSON.stringify(signMemberList({ at: day, members }, [by])));
}

/** Rotates, and types how many members are in the list. */
function rotate(typed: string, ...more: string[]) {
  const args = ['rotate', '--key', at('key.json'), '--public', at('public.json'), ...more];
  const { status, stdout, stderr } = spawnSync('node', ['tools/keys/main.ts', ...args], {
    encoding: 'utf8',
    input: `${typed}\n`,
    env: { ...process.env, CENTRE_PASSPHRASE: PASSPHRASE },
  });
  return { code: status, out: stdout, err: stderr };
}
const withList = (typed: string) => rotate(typed, '--members', at('members.json'));

it('the next key of the real site goes to each member of the list, and to nobody who has left', async () => {
  saveList([vouched(ana), vouched(bo)]);
  const { code, out } = withList('2');
  expect(code).toBe(0);
  expect(out).toMatch(/Ana\n +Bo\n/);
  expect(statSync(at('next-key.json')).mode & 0o077).toBe(0);

  const { keys } = PublishedKeys.parse(JSON.parse(readFileSync(at('public.json'), 'utf8')));
  const file = NextKeyFile.parse(JSON.parse(readFileSync(at('next-key.json'), 'utf8')));
  expect(keys.map(({ keyId }) => keyId)).toEqual([file.keyId, toBase64url(pair.keyId)]);
  expect(file.sealed.map(({ member }) => member)).toEqual([ana.id, bo.id]);
  for (const [index, { id, own }] of [ana, bo].entries()) {
    const sealed = file.sealed[index];
    if (!sealed) throw new Error('nothing is sealed');
    const opened = openNextKey(sealed, id, own, [pair]);
    expect(opened && toBase64url(opened.keyId)).toBe(file.keyId);
    // Not for another member, not with another own key, not without a word of a key that the vault holds.
    expect(openNextKey(sealed, left.id, own, [pair])).toBeNull();
    expect(openNextKey(sealed, id, left.own, [pair])).toBeNull();
    expect(openNextKey(sealed, id, own, [drawPair()])).toBeNull();
  }
  // What it says is the key of the key file, which opens with the passphrase of before.
  const again = await openKeyFile(at('key.json'), PASSPHRASE);
  expect(again.ok && again.keys).toHaveLength(2);
});

it.each([
  ['nobody', '', 'Nothing was changed'],
  ['another number', '3', 'Nothing was changed'],
])('goes to no one when the key holder counts %s', (_, typed, told) => {
  saveList([vouched(ana), vouched(bo)]);
  const before = readFileSync(at('key.json'), 'utf8');
  expect(withList(typed)).toMatchObject({ code: 1, err: expect.stringContaining(told) });
  expect(readFileSync(at('key.json'), 'utf8')).toBe(before);
  expect(existsSync(at('next-key.json'))).toBe(false);
});

it('a list is refused that the newest key did not sign, that is old, or that names a key nobody vouched for', () => {
  const other = drawPair();
  const signed = 'was not signed with the newest key';
  const refused = (told: string) => {
    const { code, err } = withList('1');
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(told) });
  };
  saveList([vouched(ana, other)], { by: other });
  refused(signed);
  saveList([vouched(ana)], { day: now - 8 * 86_400 });
  refused('8 days old');
  // Whoever can write in the store puts another key, or a name, in the place of a member's.
  const forged = { ...vouched(ana), boxKey: toBase64url(left.own.publicKey) };
  expect(signMemberList({ at: now, members: [forged] }, [pair])).toBeNull();
  expect(signMemberList({ at: now, members: [{ ...vouched(left), name: 'Ana' }] }, [pair])).toBeNull();
  expect(signMemberList({ at: now, members: [{ ...vouched(left), id: ana.id }] }, [pair])).toBeNull();
  saveList([vouched(ana)]);
  const { list, ...rest } = JSON.parse(readFileSync(at('members.json'), 'utf8'));
  const changed = Buffer.from(list, 'base64url').toString().replace('Ana', 'Eva');
  writeFileSync(at('members.json'), JSON.stringify({ ...rest, list: toBase64url(Buffer.from(changed)) }));
  refused(signed);
  writeFileSync(at('members.json'), '{}');
  refused(signed);
  writeFileSync(at('members.json'), 'no list');
  refused('no list of members');
});
