import type { Context } from 'hono';
import type { ErrorCode } from '../../src/protocol/api.ts';

const STATUS = {
  malformed: 400,
  envelope_version: 400,
  envelope_size: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  changed: 409,
  invite_gone: 410,
  too_large: 413,
  content_type: 415,
  limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** Seconds after which trying again makes sense. */
const RETRY_AFTER: { [code in ErrorCode]?: string } = { limited: '60', unavailable: '5' };

/** The answer that refuses a request: the code with its status, and nothing of the request. */
export function refuse(c: Context, code: ErrorCode): Response {
  const retryAfter = RETRY_AFTER[code];
  if (retryAfter) c.header('Retry-After', retryAfter);
  return c.json({ error: { code } }, STATUS[code]);
}
