import type { ErrorCode } from '../../protocol/wire/api/errors.ts';
import type { VaultFault } from '../vault/requests.ts';

/**
 * Why there is no answer: the worker's own codes, or `offline` (nothing came back), `timeout` (too slow), `foreign`
 * (something on the way answered for the worker) and `unreadable` (the worker answered, but not to this question).
 */
export type ApiFault = ErrorCode | 'offline' | 'timeout' | 'foreign' | 'unreadable';

/** What a route gave, or why it didn't. `retryAfter` in seconds, where the worker said so. */
export type ApiResult<T> = { ok: true; value: T } | { ok: false; code: ApiFault; retryAfter?: number };

/** Why something that the desk tried did not succeed, be it the worker or the vault. `retryAfter` in seconds. */
export type DeskFault = { code: ApiFault | VaultFault; retryAfter?: number };

/** Whether the worker could not be reached: what was asked for goes when the network is back. */
export const isAway = ({ code }: DeskFault) => ['offline', 'timeout', 'foreign'].includes(code);
