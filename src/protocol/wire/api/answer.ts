import { DoneBody, ERROR_STATUS, ErrorBody, type ErrorCode } from './errors.ts';
import type { Challenge } from './proof.ts';

/**
 * An answer of the worker: what was done, with the body of the route, or the code with which it refuses. `retryAfter`
 * in seconds, and a `challenge`, where the worker gave them.
 */
export type WorkerAnswer =
  | { ok: true; body: unknown }
  | { ok: false; code: ErrorCode; retryAfter: number | null; challenge: Challenge | null };

const JSON_TYPE = /^application\/json *(;|$)/i;

/** The statuses with which the worker says that something is done. */
const DONE: readonly number[] = [200, 201];

/**
 * Reads an answer, and gives null when it is not the worker's own. Networks answer in its place: with a page to sign in
 * (often as 200), with an error of a proxy, with nothing at all. A status alone therefore says nothing. What the
 * worker has done it says in JSON, also by its content type, that begins with `ok: true`; it refuses with `{ error: {
 * code } }`, nothing more, and the status of that code. Rejects when the answer is cut short.
 */
export async function readAnswer(response: Response): Promise<WorkerAnswer | null> {
  const body = parseJson(await response.text());
  if (DONE.includes(response.status)) {
    const done =
      JSON_TYPE.test(response.headers.get('content-type') ?? '') && DoneBody.safeParse(body).success;
    return done ? { ok: true, body } : null;
  }
  const refused = ErrorBody.safeParse(body);
  if (!refused.success) return null;
  const { code, challenge = null } = refused.data.error;
  if (ERROR_STATUS[code] !== response.status) return null;
  return { ok: false, code, retryAfter: readSeconds(response.headers.get('retry-after')), challenge };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, as the worker writes it. The other form, a date, would need a clock that is right. */
function readSeconds(value: string | null): number | null {
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
}
