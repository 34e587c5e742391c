import type { Context } from 'hono';
import { refuse } from './refuse.ts';

/** D1's errors that no second attempt would mend: the statement or the row is at fault, not the store. */
const OURS = /SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|AUTH)|D1_TYPE_ERROR|D1_COLUMN_NOTFOUND/;

/**
 * What D1 says when it is overloaded or moves: https://developers.cloudflare.com/d1/observability/debug-d1/. A full or
 * failing disk reaches us as `internal error; reference = …`, without SQLite's own words.
 */
const STORE =
  /^D1_|^internal error|Network connection lost|overloaded|object to be reset|was reset|code was updated|maximum DB size|SQLITE_(FULL|IOERR|BUSY|LOCKED|NOMEM|CANTOPEN|READONLY)/;

/** Whether an error means that the store is busy or out of reach, so that trying again is right. */
export function isStoreBusy(error: Error): boolean {
  return STORE.test(error.message) && !OURS.test(error.message);
}

/** Whether a batch was undone because a link in it was not the next of its trail. */
const isBehind = (error: Error) => error.message.includes('a link is the next of its trail');

/** Answers a fault of ours, or of the store. Nothing is logged: a stack or a message could hold what people sent. */
export function onFault(error: Error, c: Context): Response {
  if (isBehind(error)) return refuse(c, 'behind');
  return refuse(c, isStoreBusy(error) ? 'unavailable' : 'internal');
}
