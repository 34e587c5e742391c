import type * as z from 'zod/mini';
import { ErrorBody } from '../../protocol/api.ts';
import type { ApiFault, ApiResult } from './result.ts';

/** A request to a route of the worker. */
export type ApiRequest<T> = {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  body?: unknown;
  /** What the body of the answer must be, null where there is none. */
  answer: z.ZodMiniType<T>;
  /** How often to try. More than once only where the same request twice does what it does once. */
  tries: number;
  /** Lets the request outlive the page. */
  keepalive?: boolean;
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
const PASSING: readonly ApiFault[] = ['offline', 'timeout', 'unavailable', 'internal'];

async function refusal(response: Response): Promise<{ ok: false; code: ApiFault; retryAfter?: number }> {
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    return { ok: false, code: 'unreadable' };
  }
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return { ok: false, code: 'unreadable' };
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const { code } = parsed.data.error;
  return Number.isFinite(seconds) ? { ok: false, code, retryAfter: seconds } : { ok: false, code };
}

async function tryOnce<T>(request: ApiRequest<T>, { fetch }: Surroundings): Promise<ApiResult<T>> {
  const { method, path, body, answer, keepalive = false } = request;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), TIMEOUT);
  try {
    const response = await fetch(path, {
      method,
      keepalive,
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'error',
      signal: timeout.signal,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    if (!response.ok) return await refusal(response);
    const text = await response.text();
    const parsed = answer.safeParse(text === '' ? null : JSON.parse(text));
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, code: 'unreadable' };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, code: 'unreadable' };
    return { ok: false, code: timeout.signal.aborted ? 'timeout' : 'offline' };
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a request and reads its answer. Waits a little longer before each new try. */
export async function send<T>(request: ApiRequest<T>, surroundings: Surroundings): Promise<ApiResult<T>> {
  let result = await tryOnce(request, surroundings);
  for (let tried = 1; tried < request.tries && !result.ok && PASSING.includes(result.code); tried++) {
    await surroundings.wait(FIRST_WAIT * 2 ** (tried - 1) * (1 + Math.random()));
    result = await tryOnce(request, surroundings);
  }
  return result;
}
