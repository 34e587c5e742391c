import type { Context } from 'hono';
import { ERROR_STATUS, type ErrorCode } from '../../src/protocol/wire/api/errors.ts';

/** Seconds after which trying again makes sense. */
const RETRY_AFTER: { [code in ErrorCode]?: string } = {
  limited: '60',
  unavailable: '5',
  keys_missing: '60',
};

/** The answer that refuses a request: the code with its status, and nothing of the request. */
export function refuse(c: Context, code: ErrorCode): Response {
  const retryAfter = RETRY_AFTER[code];
  if (retryAfter) c.header('Retry-After', retryAfter);
  return c.json({ error: { code } }, ERROR_STATUS[code]);
}
