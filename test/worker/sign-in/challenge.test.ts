import { expect, it } from 'vitest';
import {
  CHALLENGE_LIFETIME,
  drawChallenge,
  inventedSalt,
  readChallenge,
} from '../../../functions/sign-in/challenge.ts';

const pepper = crypto.getRandomValues(new Uint8Array(32));
const other = crypto.getRandomValues(new Uint8Array(32));
const now = Date.parse('2026-11-21T03:00:00Z');

it('reads back until when a challenge can be used', async () => {
  const challenge = await drawChallenge(pepper, 'ann', now);
  const read = { nonce: expect.any(Uint8Array), expiresAt: now + CHALLENGE_LIFETIME };
  expect(await readChallenge(pepper, 'ann', challenge, now)).toEqual(read);
  expect(await readChallenge(pepper, 'ann', challenge, now + CHALLENGE_LIFETIME - 1)).toEqual(read);
  // Another isolate's clock may be behind that of the one that drew it.
  expect(await readChallenge(pepper, 'ann', challenge, now - 5000)).toEqual(read);
});

it('draws another one each time, also within a millisecond', async () => {
  const drawn = await Promise.all(Array.from({ length: 20 }, () => drawChallenge(pepper, 'ann', now)));
  expect(new Set(drawn).size).toBe(20);
});

it('refuses another name, another pepper, the past and the future', async () => {
  const challenge = await drawChallenge(pepper, 'ann', now);
  expect(await readChallenge(pepper, 'anna', challenge, now)).toBeNull();
  expect(await readChallenge(other, 'ann', challenge, now)).toBeNull();
  expect(await readChallenge(pepper, 'ann', challenge, now + CHALLENGE_LIFETIME)).toBeNull();
  expect(await readChallenge(pepper, 'ann', challenge, now - 31_000)).toBeNull();
});

it('invents one salt of 16 bytes for a name, and another for another name or pepper', async () => {
  const salt = await inventedSalt(pepper, 'ann');
  expect(salt).toMatch(/^[\w-]{22}$/);
  expect(await inventedSalt(pepper, 'ann')).toBe(salt);
  expect(await inventedSalt(pepper, 'bob')).not.toBe(salt);
  expect(await inventedSalt(other, 'ann')).not.toBe(salt);
});
