import fc from 'fast-check';
import nacl from 'tweetnacl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boxKey, importX25519 } from '../../../src/protocol/keys/box-key.ts';

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });

afterEach(() => vi.restoreAllMocks());

describe('the key of a box by WebCrypto', () => {
  it('is the one that NaCl makes, for any two keys', async () => {
    await fc.assert(
      fc.asyncProperty(secret, secret, async (ours, theirs) => {
        const own = await importX25519(ours);
        if (!own) throw new Error('This WebCrypto has no X25519');
        const { publicKey } = nacl.box.keyPair.fromSecretKey(theirs);
        expect(await boxKey(publicKey.slice(), own)).toEqual(nacl.box.before(publicKey, ours));
      }),
      { numRuns: 50 },
    );
  });

  it('is not made for a public key of low order, and not of bytes that are no key', async () => {
    const own = await importX25519(nacl.randomBytes(32));
    if (!own) throw new Error('This WebCrypto has no X25519');
    expect(await boxKey(new Uint8Array(32), own)).toBeNull();
    expect(await boxKey(new Uint8Array(31), own)).toBeNull();
  });

  it('leaves the secret key where no script can read it', async () => {
    const own = await importX25519(nacl.randomBytes(32));
    expect(own?.extractable).toBe(false);
  });

  it('is not there where WebCrypto has no X25519', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    expect(await importX25519(nacl.randomBytes(32))).toBeNull();
  });
});
