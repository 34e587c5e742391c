import type { ErrorCode } from '../../protocol/wire/api/errors.ts';

/**
 * Why a code that is well written leads nowhere. `unknown`: there is nothing for it. `damaged`: what it opened was changed in
 * the store, so that no code opens it again.
 */
export type NothingForCode = 'unknown' | 'damaged';

/** What a no of the worker says of a code; null where it says nothing of it. */
export function nothingForCode(reason: ErrorCode): NothingForCode | null {
  if (reason === 'unauthorized') return 'unknown';
  return reason === 'mailbox_damaged' ? 'damaged' : null;
}
