import type * as z from 'zod/mini';
import { type Tried, tryOnce } from '../../browser/try-once.ts';
import type { Challenge } from '../../protocol/wire/api/proof.ts';

/** How one route is asked. */
export type Way = { method: 'GET' | 'PUT' | 'POST' | 'DELETE'; path: string };

/** One request to our own API, and how its answer is known. */
export type Call<Value = unknown> = Way & {
  /** The same by POST, for networks that let only GET and POST through. The worker takes either for the same. */
  otherwise?: Way;
  /** JSON text. */
  body?: string;
  /** Gives the body anew, with the proof that a challenge asks for; null where there can be none. */
  prove?: (challenge: Challenge, signal: AbortSignal) => Promise<string | null>;
  /** The mailbox token, base64url. */
  token?: string;
  /** What the worker's answer holds once it is done. What does not fit is not the answer to this call. */
  answer: z.ZodMiniType<Value>;
};

/**
 * Tries a call once, in one of its ways. Gives up after `timeout` milliseconds, or when the signal aborts. Never
 * throws.
 */
export function tryCall<Value>(
  call: Call<Value>,
  way: Way,
  timeout: number,
  signal: AbortSignal,
): Promise<Tried<Value>> {
  return tryOnce({
    path: way.path,
    init: {
      method: way.method,
      headers: {
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
      },
      body: call.body ?? null,
      credentials: 'omit',
      mode: 'same-origin',
      referrerPolicy: 'no-referrer',
    },
    answer: call.answer,
    timeout,
    signal,
  });
}
