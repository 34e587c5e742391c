import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { challengeFor, isProofFor } from '../../../functions/limits/proof.ts';
import type { Challenge, Proof } from '../../../src/protocol/wire/api/proof.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

const KEY = 'of today';
const now = () => Math.floor(Date.now() / 1000);

async function solve(challenge: Challenge): Promise<Proof> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('Not solved.');
  const { counter, derivedKey } = solution;
  return { challenge, solution: { counter, derivedKey } };
}

afterEach(() => vi.useRealTimers());

describe('a proof', async () => {
  const id = randomId();
  const proof = await solve(await challengeFor(id, 0, KEY, now()));

  it('is good for its row', async () => {
    expect(await isProofFor(id, proof, KEY)).toBe(true);
  });

  it('is good for no other row, also when it says so', async () => {
    const other = randomId();
    expect(await isProofFor(other, proof, KEY)).toBe(false);
    const { challenge, solution } = proof;
    const claimed = { ...challenge, parameters: { ...challenge.parameters, data: { id: other } } };
    expect(await isProofFor(other, { challenge: claimed, solution }, KEY)).toBe(false);
  });

  it('is good on no other day, and not for ever', async () => {
    expect(await isProofFor(id, proof, 'of tomorrow')).toBe(false);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 21 * 60_000 });
    expect(await isProofFor(id, proof, KEY)).toBe(false);
  });

  it('is not good with another solution, a cheaper task, or a signature of somebody else', async () => {
    const { challenge, solution } = proof;
    const { parameters } = challenge;
    const zeros = '00'.repeat(32);
    const forged: Proof[] = [
      { challenge, solution: { ...solution, derivedKey: zeros } },
      { challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution },
      { challenge: { ...challenge, parameters: { ...parameters, keySignature: zeros } }, solution },
      { challenge: { ...challenge, parameters: { ...parameters, expiresAt: now() + 9e6 } }, solution },
      { challenge: { ...challenge, signature: zeros }, solution },
    ];
    for (const one of forged) expect(await isProofFor(id, one, KEY)).toBe(false);
  });
});

it('costs twice as many steps with each doubling', async () => {
  const steps = async (doublings: number) =>
    (await solve(await challengeFor(randomId(), doublings, KEY, now()))).solution.counter;
  const [once, twice] = [await steps(0), await steps(1)];
  expect(once).toBeGreaterThanOrEqual(100);
  expect(once).toBeLessThanOrEqual(200);
  expect(twice).toBeGreaterThanOrEqual(200);
  expect(twice).toBeLessThanOrEqual(400);
});
