import { createMiddleware } from 'hono/factory';
import { concatBytes, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../src/protocol/wire/sha256.ts';
import type { App } from '../env.ts';
import { networkOf } from './address.ts';
import { refuse } from './refuse.ts';

const DAY = 24 * 60 * 60 * 1000;

let salt: { day: number; bytes: Uint8Array } | undefined;

/** A salt that lives in this isolate's memory only, for a day at most: no key can be traced back to an address. */
function saltOfToday(): Uint8Array {
  const day = Math.floor(Date.now() / DAY);
  if (salt?.day !== day) salt = { day, bytes: crypto.getRandomValues(new Uint8Array(32)) };
  return salt.bytes;
}

/** The key under which requests of an address are counted: SHA-256(salt ‖ network), base64url. */
async function limitKey(address: string): Promise<string> {
  const bytes = concatBytes(saltOfToday(), utf8(networkOf(address)));
  return toBase64url(await sha256(bytes));
}

/** The bindings of the limits, by what is counted (wrangler.toml). */
const BINDINGS = {
  referral: 'REFERRAL_LIMIT',
  mailbox: 'MAILBOX_LIMIT',
  'sign-in': 'SIGN_IN_LIMIT',
} as const;

/**
 * Slows down an address that sends more requests than the limit allows: 429 `limited`. Nobody else is slowed, and
 * where counting fails everyone is let in: a person in danger must not be turned away by our own defence.
 */
export function limit(counted: keyof typeof BINDINGS) {
  return createMiddleware<App>(async (c, next) => {
    const key = await limitKey(c.req.header('CF-Connecting-IP') ?? '');
    const { success } = await c.env[BINDINGS[counted]].limit({ key }).catch(() => ({ success: true }));
    return success ? next() : refuse(c, 'limited');
  });
}
