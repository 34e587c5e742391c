import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { drawInviteSecret, inviteKeys } from '../../../src/protocol/keys/invite.ts';
import { unwrapVault, vaultKeys, vaultOf, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { centrePair, drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { bytesOf, vectors } from './vectors.ts';

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

describe('an invitation', () => {
  it('shows the worker a token that is not the wrapping key', () => {
    const { token, wrappingKey } = inviteKeys(bytesOf(drawInviteSecret()));
    expect(token).toHaveLength(32);
    expect(wrappingKey).toHaveLength(32);
    expect(toBase64url(token)).not.toBe(toBase64url(wrappingKey));
  });

  it('gives the same keys for the same secret, and others for another', () => {
    const secret = bytesOf(drawInviteSecret());
    expect(inviteKeys(secret)).toEqual(inviteKeys(secret));
    expect(inviteKeys(secret)).not.toEqual(inviteKeys(bytesOf(drawInviteSecret())));
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
