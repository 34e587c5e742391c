import { type Challenge, readChallenge } from './challenge.ts';

/** For what a challenge is that no name asked for. No name of a member has a colon in it. */
export const forTouch = 'touch:';
export const forNewPasskey = (memberId: string) => `passkey:${memberId}`;

/**
 * Reads challenges that stand somewhere in what was signed, as the library of passkeys finds them. `found` is the last
 * one that was ours.
 */
export function challengeReader(pepper: Uint8Array, purpose: string) {
  let found: Challenge | null = null;
  return {
    isOurs: async (challenge: string) => {
      found = await readChallenge(pepper, purpose, challenge, Date.now());
      return found !== null;
    },
    found: () => found,
  };
}
