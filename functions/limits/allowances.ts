import type { Route } from '../../src/protocol/wire/api/route.ts';
import type { Width } from './networks.ts';

/** What is counted: the kinds of calls that the contract names. */
export type Counted = NonNullable<Route['counts']>;

/** How much one network may ask for within so many seconds: requests, and the bytes that they carry. */
export type Allowance = { seconds: number; requests: number; bytes: number };

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIB = 1024 * 1024;

/**
 * What a network may ask for, by what is counted. Behind one address there can be a school, a shelter, a whole mobile
 * network or an exit of Tor, so an honest crowd must fit; a referral is 16 KiB at most. The day's bytes are what keeps
 * one address from filling the store. Mailboxes may be asked for more often, since nothing is stored by asking: who shares an
 * address with somebody who asks all the time must still read our answer.
 */
const ALLOWANCES: Record<Counted, readonly Allowance[]> = {
  referral: [
    { seconds: MINUTE, requests: 120, bytes: MIB },
    { seconds: HOUR, requests: 2400, bytes: 2 * MIB },
    { seconds: DAY, requests: 12_000, bytes: 8 * MIB },
  ],
  mailbox: [
    { seconds: MINUTE, requests: 240, bytes: MIB },
    { seconds: HOUR, requests: 4800, bytes: 2 * MIB },
    { seconds: DAY, requests: 12_000, bytes: 8 * MIB },
  ],
  'sign-in': [{ seconds: MINUTE, requests: 30, bytes: MIB }],
};

/** How many narrow networks' worth a network may ask for. A /48 holds 65,536 of /64, and is rented as one. */
const SHARES: Record<Width, number> = { 32: 1, 64: 1, 48: 4 };

/** What a network of this width may ask for. */
export function allowancesOf(counted: Counted, width: Width): Allowance[] {
  const share = SHARES[width];
  return ALLOWANCES[counted].map(({ seconds, requests, bytes }) => ({
    seconds,
    requests: requests * share,
    bytes: bytes * share,
  }));
}
