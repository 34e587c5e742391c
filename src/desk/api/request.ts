import type * as z from 'zod/mini';
import { pauseAfter } from '../../browser/back-off.ts';
import { tryOnce } from '../../browser/try-once.ts';
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
  /** The token of a mailbox, where the request is for one. */
  token?: string;
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

/** Faults that may be gone at the next try. */
const PASSING: readonly ApiFault[] = [
  'offline',
  'timeout',
  'foreign',
  'unavailable',
  'internal',
  'keys_missing',
  'secret_missing',
];

async function ask<T>(request: ApiRequest<T>, { fetch }: Surroundings): Promise<ApiResult<T>> {
  const { method, path, body, answer, keepalive = false, session = null, token } = request;
  const tried = await tryOnce({
    path,
    init: {
      method,
      keepalive,
      credentials: 'same-origin',
      headers: {
        ...(session === null ? {} : { [SESSION_HEADER]: session }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    answer,
    timeout: TIMEOUT,
    fetch,
  });
  switch (tried.kind) {
    case 'done':
      return { ok: true, value: tried.value };
    case 'refused': {
      const { code, retryAfter } = tried;
      return retryAfter === null ? { ok: false, code } : { ok: false, code, retryAfter };
    }
    case 'silence':
      return { ok: false, code: tried.givenUp ? 'timeout' : 'offline' };
    default:
      return { ok: false, code: tried.kind };
  }
}

/**
 * Sends a request and reads its answer. Only the worker's own says that something was done, or refuses it. Waits a little
 * longer before each new try.
 */
export async function send<T>(request: ApiRequest<T>, surroundings: Surroundings): Promise<ApiResult<T>> {
  let result = await ask(request, surroundings);
  for (let tried = 1; tried < request.tries && !result.ok && PASSING.includes(result.code); tried++) {
    await surroundings.wait(pauseAfter(tried - 1));
    result = await ask(request, surroundings);
  }
  return result;
}
