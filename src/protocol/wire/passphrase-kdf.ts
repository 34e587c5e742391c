import * as z from 'zod/mini';
import { toBase64url } from './bytes.ts';
import { base64urlBytes } from './fields.ts';

/** The cost that new passphrases get (OWASP's choice is 19 MiB, two passes). */
const COST = { memoryKiB: 64 * 1024, passes: 3 } as const;

/** How many times today's work a passphrase may ask for: room to raise it, on what a telephone can still do. */
const MOST_WORK = 4;

/**
 * How a passphrase was stretched: argon2id, with its cost. The lower bounds keep a dishonest server from having a
 * passphrase stretched so little that it could be guessed; the upper ones, from hanging a telephone (256 MiB, and four
 * times the work of today at most).
 */
export const PassphraseKdf = z
  .object({
    name: z.literal('argon2id'),
    /** 16 random bytes, base64url. */
    salt: base64urlBytes(16),
    memoryKiB: z.int().check(z.minimum(COST.memoryKiB), z.maximum(MOST_WORK * COST.memoryKiB)),
    passes: z.int().check(z.minimum(COST.passes), z.maximum(MOST_WORK * COST.passes)),
    lanes: z.literal(1),
  })
  .check(
    z.refine(({ memoryKiB, passes }) => memoryKiB * passes <= MOST_WORK * COST.memoryKiB * COST.passes, {
      error: 'more work than a telephone can do',
    }),
  );
export type PassphraseKdf = z.infer<typeof PassphraseKdf>;

/** Today's cost, with a fresh salt. */
export function newPassphraseKdf(): PassphraseKdf {
  const salt = toBase64url(crypto.getRandomValues(new Uint8Array(16)));
  return { name: 'argon2id', salt, ...COST, lanes: 1 };
}
