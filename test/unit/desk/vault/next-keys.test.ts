import nacl from 'tweetnacl';
import { expect, it } from 'vitest';
import { isVouched, readMemberList, vouchFor } from '../../../../src/protocol/keys/member-list.ts';
import { sealNextKey } from '../../../../src/protocol/keys/next-key.ts';
import { touchWrappingKey } from '../../../../src/protocol/keys/touch.ts';
import { unwrapVault, vaultOf, wrapVault } from '../../../../src/protocol/keys/vault.ts';
import { type CentrePair, drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import type { SealedNextKey } from '../../../../src/protocol/wire/next-key.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { vaultHere } from '../surroundings.ts';

const [newest, next, old] = [drawPair(), drawPair(), drawPair()];
const own = nacl.box.keyPair();
const boxKey = toBase64url(own.publicKey);
const ana = { id: randomId(), name: 'Ana' };
const idsOf = (pairs: readonly CentrePair[]) => pairs.map(({ keyId }) => toBase64url(keyId));
const [newestId = '', nextId = ''] = idsOf([newest, next]);
const secret = () => new Uint8Array(32).fill(7);

function sealed(key: CentrePair, before: CentrePair, member = ana.id): SealedNextKey {
  const made = sealNextKey(key, { id: member, boxKey }, before);
  if (!made) throw new Error('not sealed');
  return made;
}

/** Unlocks a vault of a member by their passkey, with what came since. */
async function unlock(came: readonly SealedNextKey[], newestKey: string | null, pairs = [newest]) {
  const vault = vaultHere();
  await vault.touched(secret());
  const wrapped = wrapVault(vaultOf(pairs, own.secretKey), await touchWrappingKey(secret()));
  const unlocked = await vault.unlock(toBase64url(wrapped), { member: ana.id, next: came, newestKey });
  if (!unlocked.ok) throw new Error(unlocked.code);
  return { vault, ...unlocked };
}

it('a next key is taken in when the vault unlocks, and wrapped anew for the same way in, own key and all', async () => {
  const { keyIds, rewrapped } = await unlock([sealed(next, newest)], newestId);
  expect(keyIds).toEqual([nextId, newestId]);
  const vault = unwrapVault(
    fromBase64url(rewrapped ?? '') ?? new Uint8Array(),
    await touchWrappingKey(secret()),
  );
  expect(vault).toEqual(vaultOf([next, newest], own.secretKey));
});

it('two that came since are taken in whatever their order', async () => {
  const later = drawPair();
  const came = [sealed(later, next), sealed(next, newest)];
  for (const order of [came, [...came].reverse()])
    expect((await unlock(order, newestId)).keyIds).toEqual(idsOf([later, next, newest]));
});

it('nothing is taken in that no key of the vault signed, or that is another member’s or another own key’s', async () => {
  const other = { id: ana.id, boxKey: toBase64url(nacl.box.keyPair().publicKey) };
  const foreign = sealNextKey(next, other, newest);
  const came = [sealed(next, old), sealed(next, newest, randomId()), ...(foreign ? [foreign] : [])];
  expect(came).toHaveLength(3);
  const { keyIds, rewrapped } = await unlock(came, newestId);
  expect({ keyIds, rewrapped }).toEqual({ keyIds: [newestId], rewrapped: null });
});

it('what the vault has already comes to nothing, but the worker is told of the newest where it does not know', async () => {
  const both = [next, newest];
  expect(await unlock([sealed(next, newest)], nextId, both)).toMatchObject({
    keyIds: [nextId, newestId],
    rewrapped: null,
  });
  expect((await unlock([], null, both)).rewrapped).not.toBeNull();
});

it('a vault vouches for its own key, and signs a list of those who are vouched for, and no other', async () => {
  const { vault } = await unlock([], newestId);
  const vouched = await vault.vouch(ana);
  if (!vouched.ok) throw new Error(vouched.code);
  const member = { ...ana, boxKey: vouched.boxKey, vouch: vouched.signature };
  expect(vouched).toMatchObject({ boxKey, keyId: newestId });
  expect(isVouched(member, [newest])).toBe(true);
  expect(isVouched({ ...member, name: 'Eva' }, [newest])).toBe(false);

  const signed = await vault.memberList({ at: 1, members: [member] });
  expect(signed.ok && readMemberList(signed.file, [newest])).toEqual({ at: 1, members: [member] });
  expect(signed.ok && readMemberList(signed.file, [next, newest])).toBeNull();
  const stranger = { id: randomId(), name: 'Eva', boxKey };
  const forged = { ...stranger, vouch: vouchFor(stranger, old) };
  expect(await vault.memberList({ at: 1, members: [member, forged] })).toEqual({
    ok: false,
    code: 'vault_broken',
  });
});
