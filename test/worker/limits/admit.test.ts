import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, it } from 'vitest';
import { admit, SMALL } from '../../../functions/limits/admit.ts';
import type { Verdict } from '../../../functions/limits/limits.ts';
import type { Proof } from '../../../src/protocol/wire/api/proof.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

const calm: Verdict = { over: false, level: 'calm', doublings: 0, proofKey: 'of today' };
const now = Math.floor(Date.now() / 1000);
const LARGE = 4 * SMALL;

/** What becomes of an arrival of a size, without a proof and, where one is asked for, with it. */
async function outcome(verdict: Verdict, bucket: number): Promise<string[]> {
  const id = randomId();
  const first = await admit({ id, bucket, proof: undefined }, verdict, now);
  if (first.ok) return ['in'];
  if (first.code !== 'proof_wanted') return [first.code];
  const { challenge } = first;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('Not solved.');
  const proof: Proof = { challenge, solution };
  const second = await admit({ id, bucket, proof }, verdict, now);
  return [first.code, second.ok ? 'in' : second.code];
}

describe('what begins a thread', () => {
  it.each([
    ['calm, within its allowance', calm, ['in'], ['in']],
    ['busy', { ...calm, level: 'busy' }, ['proof_wanted', 'in'], ['proof_wanted', 'in']],
    ['flood', { ...calm, level: 'flood' }, ['proof_wanted', 'in'], ['crowded']],
    ['calm, over its allowance', { ...calm, over: true }, ['proof_wanted', 'in'], ['crowded']],
    [
      'flood, over its allowance',
      { ...calm, over: true, level: 'flood' },
      ['proof_wanted', 'in'],
      ['crowded'],
    ],
    ['nobody counts', { over: true, level: 'flood', doublings: 6, proofKey: null }, ['in'], ['in']],
  ] as [string, Verdict, string[], string[]][])('%s', async (_name, verdict, small, large) => {
    expect(await outcome(verdict, SMALL)).toEqual(small);
    expect(await outcome(verdict, LARGE)).toEqual(large);
  });

  it('is asked for another proof where the one it brings is another row’s', async () => {
    const busy: Verdict = { ...calm, level: 'busy' };
    const asked = await admit({ id: randomId(), bucket: SMALL, proof: undefined }, busy, now);
    if (asked.ok || asked.code !== 'proof_wanted') throw new Error('Not asked.');
    const { challenge } = asked;
    const solution = await solveChallenge({ challenge, deriveKey });
    const proof = { challenge, solution: solution ?? { counter: 0, derivedKey: '00' } };
    const again = await admit({ id: randomId(), bucket: SMALL, proof }, busy, now);
    expect(again).toMatchObject({ ok: false, code: 'proof_wanted' });
  });
});
