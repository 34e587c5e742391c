import * as z from 'zod/mini';
import { toBase64url } from './bytes.ts';
import { base64urlBytes } from './fields.ts';

/**
 * How a passphrase was stretched: argon2id, with its cost. The lower bounds keep a dishonest server from having a
 * passphrase stretched so little that it could be guessed.
 */
export const PassphraseKdf = z.object({
  name: z.literal('argon2id'),
  /** 16 random bytes, base64url. */
  salt: base64urlBytes(16),
  memoryKiB: z.int().check(z.minimum(64 * 1024), z.maximum(1024 * 1024)),
  passes: z.int().check(z.minimum(3), z.maximum(16)),
  lanes: z.literal(1),
});
export type PassphraseKdf = z.infer<typeof PassphraseKdf>;

/** The cost that new passphrases get (64 MiB, three passes: OWASP's choice is 19 MiB, two), with a fresh salt. */
export function newPassphraseKdf(): PassphraseKdf {
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  return { name: 'argon2id', salt, memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
}
