import nacl from 'tweetnacl';
import { afterAll, expect, it, vi } from 'vitest';
import type { VaultClient } from '../../../../src/desk/vault/client.ts';
import { touchWrappingKey } from '../../../../src/protocol/keys/touch.ts';
import { unwrapVault, vaultOf, wrapVault } from '../../../../src/protocol/keys/vault.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url, utf8 } from '../../../../src/protocol/wire/bytes.ts';
import { newPassphraseKdf } from '../../../../src/protocol/wire/passphrase-kdf.ts';
import { signInText } from '../../../../src/protocol/wire/sign-in.ts';
import { vaultHere } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string, { salt }: { salt: string }) => {
    const hash = nacl.hash(utf8(salt + passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

// Other files of this run may have loaded the real one, and are to get it again.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());

const pairs = [drawPair(), drawPair()];
const keyIds = pairs.map(({ keyId }) => toBase64url(keyId));
const kept = vaultOf(pairs);
const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
const secret = (fill = 7) => new Uint8Array(32).fill(fill);
const keyOf = async (fill?: number) => touchWrappingKey(secret(fill));
const closed = { ok: false, code: 'vault_closed' };

/** A vault that was unlocked by a passkey. */
async function unlocked(): Promise<VaultClient> {
  const vault = vaultHere();
  expect(await vault.touched(secret())).toEqual({ ok: true });
  const wrapped = toBase64url(wrapVault(kept, await keyOf()));
  expect(await vault.unlock(wrapped)).toMatchObject({ ok: true, keyIds });
  return vault;
}

it('the key of a passkey’s vault is HKDF-SHA-256 of what it gave', async () => {
  // By Python: hkdf of 32 bytes 0x07, no salt, info "pag-asa vault wrap v1", 32 bytes.
  expect(Buffer.from(await keyOf()).toString('hex')).toBe(
    'b335026dbcd900e30d1bea7c1019cfa4b5e2529cdcfe2d58cc3a2fb87683fc6e',
  );
  expect(await keyOf(8)).not.toEqual(await keyOf());
});

it('a vault that a passkey unlocked can be wrapped for another, and only that one opens the copy', async () => {
  const vault = await unlocked();
  await vault.touched(secret(9));
  const wrapped = await vault.wrap();
  expect(wrapped).toMatchObject({ ok: true, newestKey: keyIds[0], publicKey: null });
  const copy = bytes(wrapped.ok ? wrapped.vault : '');
  expect(unwrapVault(copy, await keyOf(9))).toEqual(kept);
  expect(unwrapVault(copy, await keyOf())).toBeNull();
  // The key was used once, and does not wait for a second vault.
  expect(await vault.wrap()).toEqual(closed);
});

it('a further passphrase is drawn in the open vault, proved from paper, and signs in by itself', async () => {
  const vault = await unlocked();
  const drawn = await vault.draw();
  const kdf = newPassphraseKdf();
  expect(await vault.prove('bakomi tuleva rosidu zofanu', kdf)).toEqual({
    ok: false,
    code: 'passphrase_other',
  });
  expect(await vault.prove(drawn.ok ? drawn.passphrase : '', kdf)).toEqual({ ok: true });
  const wrapped = await vault.wrap();
  if (!drawn.ok || !wrapped.ok) throw new Error('not wrapped');

  const later = vaultHere();
  await later.derive(drawn.passphrase, kdf);
  const signed = await later.sign('Ana', 'challenge');
  const text = signInText('https://desk.test', 'Ana', 'challenge');
  const signature = bytes(signed.ok ? signed.signature : '');
  expect(nacl.sign.detached.verify(text, signature, bytes(wrapped.publicKey ?? ''))).toBe(true);
  expect(await later.unlock(wrapped.vault)).toMatchObject({ ok: true, keyIds });
});

it('nothing is drawn or wrapped out of turn, and a passkey signs no challenge of a name', async () => {
  const vault = vaultHere();
  expect([await vault.draw(), await vault.wrap()]).toEqual([closed, closed]);
  await vault.touched(secret());
  expect([await vault.wrap(), await vault.sign('Ana', 'challenge')]).toEqual([closed, closed]);
  expect(await vault.unlock(toBase64url(wrapVault(kept, await keyOf(9))))).toEqual({
    ok: false,
    code: 'vault_broken',
  });
});
