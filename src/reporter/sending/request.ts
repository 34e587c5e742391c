import type * as z from 'zod/mini';
import { readAnswer } from '../../protocol/wire/api/answer.ts';
import type { ErrorCode } from '../../protocol/wire/api/errors.ts';

/** How one route is asked. */
export type Way = { method: 'GET' | 'PUT' | 'POST' | 'DELETE'; path: string };

/** One request to our own API, and how its answer is known. */
export type Call<Value = unknown> = Way & {
  /** The same by POST, for networks that let only GET and POST through. The worker takes either for the same. */
  otherwise?: Way;
  /** JSON text. */
  body?: string;
  /** The mailbox token, base64url. */
  token?: string;
  /** What the worker's answer holds once it is done. What does not fit is not the answer to this call. */
  answer: z.ZodMiniType<Value>;
};

/**
 * What came of one try: done, as the worker itself says; refused by the worker itself (`retryAfter` in milliseconds);
 * `foreign`, an answer of something else on the way; or `silence` (no network, a time-out, an answer cut short).
 */
export type Reply<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; code: ErrorCode; retryAfter: number | null }
  | { kind: 'foreign' | 'silence' };

/**
 * Tries a call once, in one of its ways. Gives up after `timeout` milliseconds, or when the signal aborts. Never
 * throws.
 */
export async function request<Value>(
  call: Call<Value>,
  way: Way,
  timeout: number,
  signal: AbortSignal,
): Promise<Reply<Value>> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, timeout);
  signal.addEventListener('abort', stop);
  try {
    const response = await fetch(way.path, {
      method: way.method,
      headers: {
        ...(call.body !== undefined && { 'content-type': 'application/json' }),
        ...(call.token !== undefined && { authorization: `Bearer ${call.token}` }),
      },
      body: call.body ?? null,
      cache: 'no-store',
      credentials: 'omit',
      mode: 'same-origin',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: limit.signal,
    });
    const answer = await readAnswer(response);
    if (!answer) return { kind: 'foreign' };
    if (!answer.ok) {
      const { code, retryAfter } = answer;
      return { kind: 'refused', code, retryAfter: retryAfter === null ? null : retryAfter * 1000 };
    }
    const value = call.answer.safeParse(answer.body);
    return value.success ? { kind: 'done', value: value.data } : { kind: 'foreign' };
  } catch {
    return { kind: 'silence' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
