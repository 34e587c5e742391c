import type { Route } from '@playwright/test';
import { ERROR_STATUS, type ErrorCode } from '../../../src/protocol/wire/api/errors.ts';

/** Answers as the worker does when it has stored what came under the id in the address, or in the body. */
export function stored(route: Route): Promise<void> {
  const request = route.request();
  const id = /\/api\/referrals\/([\w-]+)$/.exec(request.url())?.[1] ?? request.postDataJSON().id;
  return route.fulfill({ status: 201, json: { ok: true, id } });
}

/** Answers as the worker does when it refuses. `retryAfter` in seconds. */
export function refuse(route: Route, code: ErrorCode, retryAfter?: number): Promise<void> {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return route.fulfill({ status: ERROR_STATUS[code], headers, json: { error: { code } } });
}
