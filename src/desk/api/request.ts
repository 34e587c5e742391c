import type * as z from 'zod/mini';
import { readAnswer } from '../../protocol/wire/api/answer.ts';
import { SESSION_HEADER } from '../../protocol/wire/api/door.ts';
import type { ApiFault, ApiResult } from './result.ts';

/** A request to a route of the worker. */
export type ApiRequest<T> = {
  method: string;
  path: string;
  body?: unknown;
  /** What the body of the worker's answer must hold beside `ok: true`. */
  answer: z.ZodMiniType<T>;
  /** How often to try. More than once only where the same request twice does what it does once. */
  tries: number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
  /** The session that the request belongs to, where there is one. */
  session?: string | null;
};

/** What a request needs of its surroundings; a test brings its own. */
export type Surroundings = {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Resolves after so many ms. */
  wait: (time: number) => Promise<void>;
};

const TIMEOUT = 15_000;
const FIRST_WAIT = 500;

/** Faults that may be gone at the next try. */
const PASSING: readonly ApiFault[] = [
  'offline',
  'timeout',
  'foreign',
  'unavailable',
  'internal',
  'keys_missing',
];

async function tryOnce<T>(request: ApiRequest<T>, { fetch }: Surroundings): Promise<ApiResult<T>> {
  const { method, path, body, answer, keepalive = false, session = null } = request;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT);
  try {
    const response = await fetch(path, {
      method,
      keepalive,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
      signal: timeout.signal,
      headers: {
        ...(session === null ? {} : { [SESSION_HEADER]: session }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = await readAnswer(response);
    if (!given) return { ok: false, code: 'foreign' };
    if (!given.ok) {
      const { code, retryAfter } = given;
      return retryAfter === null ? { ok: false, code } : { ok: false, code, retryAfter };
    }
    const parsed = answer.safeParse(given.body);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'unreadable' };
  } catch {
    return { ok: false, code: timeout.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends a request and reads its answer. Only the worker's own says that something was done, or refuses it. Waits a little
 * longer before each new try.
 */
export async function send<T>(request: ApiRequest<T>, surroundings: Surroundings): Promise<ApiResult<T>> {
  let result = await tryOnce(request, surroundings);
  for (let tried = 1; tried < request.tries && !result.ok && PASSING.includes(result.code); tried++) {
    await surroundings.wait(FIRST_WAIT * 2 ** (tried - 1) * (1 + Math.random()));
    result = await tryOnce(request, surroundings);
  }
  return result;
}
