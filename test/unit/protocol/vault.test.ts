import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { type Compared, inviteWords } from '../../../src/protocol/keys/invite-words.ts';
import { drawOwnKey, openVaultBox, sealVault } from '../../../src/protocol/keys/own-key.ts';
import { unwrapVault, vaultKeys, vaultOf, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { centrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { vectors } from './vectors.ts';

const keys = [drawPair(), drawPair()];
const vault = vaultOf(keys);

describe('a wrapped vault', () => {
  it('opens with its key alone, and keeps the order of its keys', () => {
    const key = nacl.randomBytes(32);
    const wrapped = wrapVault(vault, key);
    const opened = unwrapVault(wrapped, key);
    expect(opened).toEqual(vault);
    expect(opened && vaultKeys(opened).map(centrePair)).toEqual(keys);
    expect(unwrapVault(wrapped, nacl.randomBytes(32))).toBeNull();
  });

  it('does not open when truncated or changed', () => {
    const key = nacl.randomBytes(32);
    const wrapped = wrapVault(vault, key);
    for (let at = 0; at < wrapped.length; at++) {
      const changed = wrapped.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unwrapVault(changed, key)).toBeNull();
      expect(unwrapVault(wrapped.slice(0, at), key)).toBeNull();
    }
  });
});

describe('what lets somebody in', () => {
  const own = drawOwnKey();

  it('opens with their own key alone', () => {
    const box = sealVault(vault, own.publicKey) ?? new Uint8Array();
    expect(openVaultBox(box, own)).toEqual(vault);
    expect(openVaultBox(box, drawOwnKey())).toBeNull();
    expect(openVaultBox(box.slice(1), own)).toBeNull();
    expect(JSON.stringify(vaultOf(keys, own.secretKey))).toContain(toBase64url(own.secretKey));
  });

  it('is not made for a key that everybody could open', () => {
    expect(sealVault(vault, new Uint8Array(32))).toBeNull();
    expect(sealVault(vault, new Uint8Array(31))).toBeNull();
  });
});

describe('the words that are compared', () => {
  const own = drawOwnKey();
  const compared = (fields: Partial<Compared> = {}) =>
    inviteWords({
      boxKey: own.publicKey,
      invite: new Uint8Array(16),
      centre: keys[0] ?? drawPair(),
      ...fields,
    });

  it('are five of three syllables, always the same', () => {
    expect(compared()).toHaveLength(5);
    for (const word of compared()) expect(word).toMatch(/^([bdfgjklmnprstvwz][aeiou]){3}$/);
    expect(compared()).toEqual(compared());
  });

  it('are all others with another own key, invitation or centre key', () => {
    const others = [
      compared({ boxKey: drawOwnKey().publicKey }),
      compared({ invite: nacl.randomBytes(16) }),
      compared({ centre: drawPair() }),
    ];
    for (const words of others) expect(words.filter((word, at) => word === compared()[at])).toEqual([]);
  });
});

describe('the stretching of a passphrase', () => {
  it('is refused when a server asks for less than 64 MiB or three passes, or more than four times that work', () => {
    const { kdf } = vectors.passphrase;
    expect(PassphraseKdf.safeParse(kdf).success).toBe(true);
    expect(PassphraseKdf.safeParse({ ...kdf, memoryKiB: 64 * 1024, passes: 3 }).success).toBe(true);
    expect(PassphraseKdf.safeParse({ ...kdf, memoryKiB: 64 * 1024 - 1 }).success).toBe(false);
    expect(PassphraseKdf.safeParse({ ...kdf, passes: 2 }).success).toBe(false);
    expect(PassphraseKdf.safeParse({ ...kdf, name: 'pbkdf2' }).success).toBe(false);
    expect(PassphraseKdf.safeParse({ ...kdf, salt: '' }).success).toBe(false);
    expect(PassphraseKdf.safeParse({ ...kdf, memoryKiB: 4 * 64 * 1024, passes: 3 }).success).toBe(true);
    expect(PassphraseKdf.safeParse({ ...kdf, memoryKiB: 4 * 64 * 1024, passes: 4 }).success).toBe(false);
    expect(newPassphraseKdf()).toMatchObject({ memoryKiB: 64 * 1024, passes: 3 });
  });
});
