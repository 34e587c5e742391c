import { afterEach, expect, it, vi } from 'vitest';
import { askWith, refusal } from '../support/ask.ts';
import { brokenStore } from '../support/broken-store.ts';
import { newReferral, reporterMessage } from '../support/referral.ts';

afterEach(() => vi.restoreAllMocks());

/** Sends a later message, which rests in D1 alone, to a worker whose D1 fails with this message. */
async function sendInto(message: string): Promise<Response> {
  const referral = await newReferral();
  const json = reporterMessage(referral, 'Are you there?');
  return askWith({ DB: brokenStore(message) }, '/api/mailbox', { json, headers: referral.headers });
}

it.each([
  'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
  'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  'D1_ERROR: Network connection lost.',
  'Network connection lost.',
  'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.',
  'D1_ERROR: D1 DB reset because its code was updated.',
  'D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.',
  'D1_ERROR: database is locked: SQLITE_BUSY',
  'D1_ERROR: database or disk is full: SQLITE_FULL',
  'D1_ERROR: disk I/O error: SQLITE_IOERR',
  'D1_ERROR: Exceeded maximum DB size.',
  // A full disk, as the runtime hands it to us.
  'internal error; reference = q8v5bljqdbp5hcrvr9o12hrq',
])('asks to try again when the store says "%s"', async (message) => {
  const answer = await sendInto(message);
  expect(await refusal(answer)).toEqual([503, 'unavailable']);
  expect(answer.headers.get('Retry-After')).toBe('3');
});

it.each([
  'D1_ERROR: no such table: referrals: SQLITE_ERROR',
  'D1_ERROR: UNIQUE constraint failed: threads.id: SQLITE_CONSTRAINT',
  'D1_TYPE_ERROR: Type undefined not supported for value undefined',
  'Cannot read properties of undefined',
])('calls "%s" a fault of its own, and gives none of it away', async (message) => {
  const answer = await sendInto(message);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe('{"error":{"code":"internal"}}');
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
});

it('logs nothing, whatever fails', async () => {
  const methods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
  const logs = methods.map((method) => vi.spyOn(console, method));
  await sendInto('D1_ERROR: Network connection lost.');
  await sendInto('Cannot read properties of undefined');
  for (const log of logs) expect(log).not.toHaveBeenCalled();
});
