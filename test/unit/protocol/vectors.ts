import { readFileSync } from 'node:fs';
import type { Item } from '../../../src/protocol/items/item.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';

type Envelope = { item: Item; envelope: string };

/** The vectors that libsodium made: see test/vectors/make.mjs. */
export const vectors: {
  centre: { publicKey: string; secretKey: string; keyId: string; fingerprint: string };
  mailbox: { publicKey: string; secretKey: string };
  sealed: { referral: Envelope; request: Envelope; message: Envelope };
  boxed: { answer: Envelope; note: Envelope };
  receipt: { code: string; secretKey: string; publicKey: string; token: string };
  passphrase: {
    passphrase: string;
    kdf: PassphraseKdf;
    wrappingKey: string;
    signingSeed: string;
    vault: { v: 1; secretKeys: string[] };
    wrapped: string;
  };
} = JSON.parse(readFileSync(new URL('../../vectors/wire-format.json', import.meta.url), 'utf8'));

/** The bytes of base64url text that is known to be right. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error(`not base64url: ${text}`);
  return bytes;
}

/** The keys of the vectors as bytes. */
export const centre = {
  publicKey: bytesOf(vectors.centre.publicKey),
  secretKey: bytesOf(vectors.centre.secretKey),
};
export const mailbox = {
  publicKey: bytesOf(vectors.mailbox.publicKey),
  secretKey: bytesOf(vectors.mailbox.secretKey),
};
