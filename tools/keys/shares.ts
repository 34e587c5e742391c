import { blake2b } from '@noble/hashes/blake2.js';
import { combine, split } from 'shamir-secret-sharing';
import type { CentreSecret } from '../../src/protocol/seal/centre-pair.ts';
import { concatBytes, equalBytes } from '../../src/protocol/wire/bytes.ts';
import type { KeyUse } from './key-file.ts';
import type { Share } from './share-lines.ts';

/** The most shares of a set: more than a small organisation has safes. */
export const MOST_SHARES = 16;

const USES: readonly KeyUse[] = ['production', 'local'];

/** Eight bytes by which the whole is checked: combining says nothing of a share that is wrong. */
const checkOf = (bytes: Uint8Array) => blake2b(bytes, { dkLen: 32 }).slice(0, 8);

/**
 * Splits the secret halves of all keys, newest first, by Shamir's scheme over GF(2^8): `needed` of `count` shares give
 * them back, and fewer say nothing of them. By shamir-secret-sharing, which Cure53 and Zellic have audited:
 * https://cure53.de/audit-report_privy-sss-library.pdf and
 * https://github.com/Zellic/publications/blob/master/Privy_Shamir_Secret_Sharing_-_Zellic_Audit_Report.pdf
 */
export async function splitKeys(
  use: KeyUse,
  keys: readonly CentreSecret[],
  { count, needed }: { count: number; needed: number },
): Promise<Share[]> {
  const secrets = keys.flatMap(({ secretKey, signingSeed }) => [secretKey, signingSeed]);
  const bytes = concatBytes(Uint8Array.of(USES.indexOf(use)), ...secrets);
  const whole = concatBytes(bytes, checkOf(bytes));
  const set = crypto.getRandomValues(new Uint8Array(2));
  const parts = await split(whole, count, needed);
  bytes.fill(0);
  whole.fill(0);
  return parts.map((part, index) => ({ set, keys: keys.length, needed, number: index + 1, bytes: part }));
}

/** Gives the keys back that shares of one set hold; null where they are too few, or one of them is not what it was. */
export async function joinShares(
  shares: readonly Share[],
): Promise<{ use: KeyUse; keys: CentreSecret[] } | null> {
  const [first] = shares;
  if (!first || shares.length < first.needed) return null;
  const whole = await combine(shares.map(({ bytes }) => bytes)).catch(() => null);
  if (!whole) return null;
  const bytes = whole.slice(0, -8);
  const use = USES[bytes[0] ?? -1];
  if (!use || !equalBytes(checkOf(bytes), whole.slice(-8))) return null;
  const keys = Array.from({ length: first.keys }, (_, index) => {
    const start = 1 + 64 * index;
    return { secretKey: bytes.slice(start, start + 32), signingSeed: bytes.slice(start + 32, start + 64) };
  });
  bytes.fill(0);
  whole.fill(0);
  return { use, keys };
}
