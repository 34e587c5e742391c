import type { Context } from 'hono';
import { ERROR_STATUS, type ErrorCode } from '../../src/protocol/wire/api/errors.ts';
import type { Challenge } from '../../src/protocol/wire/api/proof.ts';

/** Seconds after which trying again makes sense. */
const RETRY_AFTER: { [code in ErrorCode]?: string } = {
  limited: '60',
  // Who waits for a flood to pass needs the telephone number meanwhile.
  crowded: '600',
  // A short stall is bridged within the time for which a form lets nobody wait (src/reporter/sending/deliver.ts).
  unavailable: '3',
  keys_missing: '60',
  secret_missing: '60',
};

/** The answer that refuses a request: the code with its status, a challenge where it asks for a proof, and nothing of the request. */
export function refuse(c: Context, code: ErrorCode, challenge?: Challenge): Response {
  const retryAfter = RETRY_AFTER[code];
  if (retryAfter) c.header('Retry-After', retryAfter);
  return c.json({ error: challenge ? { code, challenge } : { code } }, ERROR_STATUS[code]);
}
