import fc from 'fast-check';
import nacl from 'tweetnacl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawPair } from '../../../src/protocol/seal/centre-pair.ts';
import { importEd25519, isSigned, isSignedByKey, signPadded } from '../../../src/protocol/seal/signature.ts';

const centre = drawPair();
const other = drawPair();

afterEach(() => vi.restoreAllMocks());

async function keyOf(signingKey: Uint8Array) {
  const key = await importEd25519(signingKey);
  if (!key) throw new Error('This WebCrypto has no Ed25519');
  return key;
}

describe('a signature looked at by WebCrypto', () => {
  it('counts exactly where NaCl says that it does, whatever was changed', async () => {
    const key = await keyOf(centre.signingKey);
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.constantFrom('nothing', 'text', 'signature', 'signer', 'version', 'key id'),
        fc.nat(511),
        async (padded, changed, bit) => {
          const signature = signPadded(2, changed === 'signer' ? other : centre, padded);
          const flip = (bytes: Uint8Array) => {
            const at = bit % (bytes.length * 8);
            bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
          };
          if (changed === 'signature') flip(signature);
          if (changed === 'text') flip(padded);
          const version = changed === 'version' ? 1 : 2;
          const by = changed === 'key id' ? { ...centre, keyId: other.keyId } : centre;
          const genuine = isSigned(version, by, padded, signature);
          expect(genuine).toBe(changed === 'nothing');
          expect(await isSignedByKey(version, by, padded, signature, key)).toBe(genuine);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is not looked at with bytes that are no key, nor where WebCrypto has no Ed25519', async () => {
    expect(await importEd25519(new Uint8Array(31))).toBeNull();
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    expect(await importEd25519(nacl.sign.keyPair().publicKey)).toBeNull();
  });
});
