import type { ErrorCode } from '../../protocol/api.ts';

/**
 * Why there is no answer: the worker's own codes, or `offline` (nothing came back), `timeout` (too slow), and
 * `unreadable` (something that is not our worker's answer came back).
 */
export type ApiFault = ErrorCode | 'offline' | 'timeout' | 'unreadable';

/** What a route gave, or why it didn't. `retryAfter` in seconds, where the worker said so. */
export type ApiResult<T> = { ok: true; value: T } | { ok: false; code: ApiFault; retryAfter?: number };
