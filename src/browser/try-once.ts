import type * as z from 'zod/mini';
import { readAnswer } from '../protocol/wire/api/answer.ts';
import type { ErrorCode } from '../protocol/wire/api/errors.ts';
import type { Challenge } from '../protocol/wire/api/proof.ts';

/** One try of asking the worker. */
export type Try<Value> = {
  path: string;
  init: RequestInit;
  /** What the worker's answer holds once it is done. */
  answer: z.ZodMiniType<Value>;
  /** Milliseconds after which it is given up. */
  timeout: number;
  /** Gives it up as well. */
  signal?: AbortSignal;
  /** A test brings its own. */
  fetch?: (path: string, init: RequestInit) => Promise<Response>;
};

/**
 * What came of a try: done, or refused (`retryAfter` in seconds, and a `challenge`, where it gave them), as the worker itself says; `foreign`, an answer of
 * something else on the way; `unreadable`, an answer of the worker that is not the one to this; or `silence`: no
 * network, an answer cut short, or given up.
 */
export type Tried<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'refused'; code: ErrorCode; retryAfter: number | null; challenge: Challenge | null }
  | { kind: 'foreign' | 'unreadable' }
  | { kind: 'silence'; givenUp: boolean };

/** Asks the worker once. Follows no redirect and keeps nothing. Never throws. */
export async function tryOnce<Value>({
  path,
  init,
  answer,
  timeout,
  signal,
  fetch = globalThis.fetch,
}: Try<Value>): Promise<Tried<Value>> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  const timer = setTimeout(stop, timeout);
  signal?.addEventListener('abort', stop);
  try {
    const response = await fetch(path, {
      ...init,
      cache: 'no-store',
      redirect: 'manual',
      signal: limit.signal,
    });
    const given = await readAnswer(response);
    if (!given) return { kind: 'foreign' };
    if (!given.ok) {
      const { code, retryAfter, challenge } = given;
      return { kind: 'refused', code, retryAfter, challenge };
    }
    const value = answer.safeParse(given.body);
    return value.success ? { kind: 'done', value: value.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'silence', givenUp: limit.signal.aborted };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
