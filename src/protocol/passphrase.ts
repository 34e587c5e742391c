import { argon2idAsync } from '@noble/hashes/argon2.js';
import { fromBase64url, utf8 } from './bytes.ts';
import type { PassphraseKdf } from './passphrase-kdf.ts';

/** Fewest characters of a passphrase. Length is what counts; nothing is asked about kinds of characters. */
export const PASSPHRASE_MINIMUM = 16;

/** What a passphrase gives: the key that wraps a vault, and the seed of the key pair that signs in. 32 bytes each. */
export type PassphraseKeys = { wrappingKey: Uint8Array; signingSeed: Uint8Array };

/**
 * Derives the keys of a passphrase by argon2id (RFC 9106). The same words count as the same passphrase whatever the
 * keyboard made of accents and spaces: the text is normalised (NFKC), trimmed, and runs of spaces become one.
 * Takes some seconds, so it belongs in a Web Worker.
 */
export async function derivePassphrase(passphrase: string, kdf: PassphraseKdf): Promise<PassphraseKeys> {
  const normalised = passphrase.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const bytes = await argon2idAsync(utf8(normalised), fromBase64url(kdf.salt) ?? new Uint8Array(), {
    m: kdf.memoryKiB,
    t: kdf.passes,
    p: kdf.lanes,
    dkLen: 64,
  });
  return { wrappingKey: bytes.slice(0, 32), signingSeed: bytes.slice(32, 64) };
}
