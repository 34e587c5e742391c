import { argon2idAsync } from '@noble/hashes/argon2.js';
import { fromBase64url, utf8 } from '../wire/bytes.ts';
import type { PassphraseKdf } from '../wire/passphrase-kdf.ts';
import { canonicalPassphrase } from './drawn-passphrase.ts';

/** What a passphrase gives: the key that wraps a vault, and the seed of the key pair that signs in. 32 bytes each. */
export type PassphraseKeys = { wrappingKey: Uint8Array; signingSeed: Uint8Array };

/**
 * Derives the keys of a passphrase by argon2id (RFC 9106) from its one spelling (`canonicalPassphrase`). Takes some
 * seconds, so it belongs in a Web Worker.
 */
export async function derivePassphrase(passphrase: string, kdf: PassphraseKdf): Promise<PassphraseKeys> {
  const typed = utf8(canonicalPassphrase(passphrase));
  const bytes = await argon2idAsync(typed, fromBase64url(kdf.salt) ?? new Uint8Array(), {
    m: kdf.memoryKiB,
    t: kdf.passes,
    p: kdf.lanes,
    dkLen: 64,
  });
  typed.fill(0);
  const keys = { wrappingKey: bytes.slice(0, 32), signingSeed: bytes.slice(32, 64) };
  bytes.fill(0);
  return keys;
}
