import nacl from 'tweetnacl';
import { expect, it } from 'vitest';
import { NOBODY, verifySignature } from '../../../functions/sign-in/signature.ts';
import { utf8 } from '../../../src/protocol/wire/bytes.ts';

const seed = Uint8Array.from(
  '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'.match(/../g) ?? [],
  (hex) => Number.parseInt(hex, 16),
);
const keys = nacl.sign.keyPair.fromSeed(seed);
const sign = (text: string) => new Uint8Array(nacl.sign.detached(utf8(text), keys.secretKey));

it('has the public key of RFC 8032, test 1, for nobody', () => {
  expect(NOBODY).toEqual(keys.publicKey);
});

it('takes the signature of the key, and of no other text or key', async () => {
  const other = new Uint8Array(nacl.sign.keyPair().publicKey);
  expect(await verifySignature(NOBODY, sign('text'), utf8('text'))).toBe(true);
  expect(await verifySignature(NOBODY, sign('text'), utf8('test'))).toBe(false);
  expect(await verifySignature(other, sign('text'), utf8('text'))).toBe(false);
});

it.each([new Uint8Array(32).fill(0xff), new Uint8Array(31), new Uint8Array()])(
  'says no to a key that is none',
  async (key) => {
    expect(await verifySignature(key, sign('text'), utf8('text'))).toBe(false);
  },
);
