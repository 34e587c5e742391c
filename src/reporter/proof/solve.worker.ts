import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge, Proof } from '../../protocol/wire/api/proof.ts';

/** Milliseconds after which a telephone is too slow for it, and the person needs the telephone number. */
const PATIENCE = 30_000;

addEventListener('message', async ({ data: challenge }: MessageEvent<Challenge>) => {
  const solution = await solveChallenge({ challenge, deriveKey, timeout: PATIENCE }).catch(() => null);
  const proof: Proof | null = solution && {
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
  };
  postMessage(proof);
});
