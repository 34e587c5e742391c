import type { Context } from 'hono';
import type { ErrorCode } from '../../src/protocol/wire/api/errors.ts';
import type { StoredBody } from '../../src/protocol/wire/api/fields.ts';
import type { Challenge } from '../../src/protocol/wire/api/proof.ts';
import type { Outcome } from '../store/outcome.ts';
import { refuse } from './refuse.ts';

/** What became of a request: done, with what the route answers, or refused with a code. */
export type Reply<Answer> = { ok: true; answer: Answer; status: 200 | 201 } | Refused;
export type Refused = { ok: false; code: ErrorCode; challenge?: Challenge };

/** A request that was done. */
export function done<Answer>(answer: Answer, status: 200 | 201 = 200): Reply<Answer> {
  return { ok: true, answer, status };
}

/** A request that is refused. */
export function refused(code: ErrorCode): Refused {
  return { ok: false, code };
}

/**
 * What became of something sent under an id of the sender's choice: 201 stored, 200 the same again, 409 other bytes, or
 * something else in its place.
 */
export function stored(id: string, outcome: Outcome | 'changed'): Reply<StoredBody> {
  if (outcome === 'changed') return refused('changed');
  if (outcome === 'taken') return refused('conflict');
  return done({ id }, outcome === 'stored' ? 201 : 200);
}

/**
 * Answers a request. What was done is JSON that begins with `ok: true`, also where there is nothing more to say: an
 * empty answer, or a status alone, could be anybody's, and whoever asked tells ours by its body.
 */
export function sendReply<Answer extends object>(c: Context, reply: Reply<Answer>): Response {
  return reply.ok
    ? c.json({ ok: true, ...reply.answer }, reply.status)
    : refuse(c, reply.code, reply.challenge);
}
