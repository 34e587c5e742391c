import type { Challenge, Proof } from '../../src/protocol/wire/api/proof.ts';
import type { Verdict } from './limits.ts';
import { challengeFor, isProofFor } from './proof.ts';

/** What begins a thread: its id, the size of its padded plaintext in bytes, and the proof that came with it. */
export type Arrival = { id: string; bucket: number; proof: Proof | undefined };

/** Why something is not let in now. */
export type Turned =
  | { ok: false; code: 'crowded' }
  | { ok: false; code: 'proof_wanted'; challenge: Challenge };

/** The largest bucket, in bytes, that is always taken with a proof. Who they are and how to reach them fits in it. */
export const SMALL = 4096;

/**
 * Decides whether what begins a thread is let in. While the intake is calm and its network within its allowance, it is.
 * Else it must cost something: a small one with a proof is always taken; a large one waits for its network's allowance,
 * and for a flood to pass. `at` in Unix seconds.
 */
export async function admit(
  { id, bucket, proof }: Arrival,
  { over, level, doublings, proofKey }: Verdict,
  at: number,
): Promise<{ ok: true } | Turned> {
  if (proofKey === null || (!over && level === 'calm')) return { ok: true };
  // Who sends is told that a shorter one would go through, whatever it is that the longer one waits for.
  if (bucket > SMALL && (over || level === 'flood')) return { ok: false, code: 'crowded' };
  if (proof && (await isProofFor(id, proof, proofKey))) return { ok: true };
  return { ok: false, code: 'proof_wanted', challenge: await challengeFor(id, doublings, proofKey, at) };
}
