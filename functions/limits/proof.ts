import { createChallenge, HmacAlgorithm, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { Challenge, type Proof } from '../../src/protocol/wire/api/proof.ts';

/** Iterations of PBKDF2 in each step: enough that the step, and not what calls it, is what takes the time. */
const COST = 5000;

/**
 * Steps of the first level: between so many and twice as many, drawn at random. A step takes a browser some 2 ms on a
 * busy two-core machine, and 13 ms on a telephone six times slower: 1.3 to 2.6 s, and 10 s at the most that it doubles to.
 */
const STEPS = 100;

/** Seconds for which a challenge is good: a cheap telephone works, the network comes and goes. */
const GOOD_FOR = 20 * 60;

/** The secrets by which a challenge and the key at its end are signed; two, since the library wants them apart. */
function secretsOf(proofKey: string) {
  return { hmacSignatureSecret: `challenge ${proofKey}`, hmacKeySignatureSecret: `key ${proofKey}` };
}

/**
 * Makes the challenge for a row, signed with the key of the day (base64url). Its cost has doubled so many times. `at` in
 * Unix seconds.
 */
export async function challengeFor(
  id: string,
  doublings: number,
  proofKey: string,
  at: number,
): Promise<Challenge> {
  const steps = STEPS * 2 ** doublings;
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: COST,
    counter: randomInt(2 * steps, steps),
    deriveKey,
    expiresAt: at + GOOD_FOR,
    data: { id },
    hmacAlgorithm: HmacAlgorithm.SHA_256,
    ...secretsOf(proofKey),
  });
  return Challenge.parse(challenge);
}

/**
 * Whether a proof is one for this row and this day. It is good for nothing else, and a row is stored once: so no list of
 * the used ones is needed.
 */
export async function isProofFor(
  id: string,
  { challenge, solution }: Proof,
  proofKey: string,
): Promise<boolean> {
  if (challenge.parameters.data.id !== id) return false;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secretsOf(proofKey) });
  return verified;
}
