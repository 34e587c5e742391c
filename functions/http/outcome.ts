import type { Context } from 'hono';
import type { StoredBody } from '../../src/protocol/wire/api/api.ts';
import type { Outcome } from '../store/outcome.ts';
import { accept } from './accept.ts';
import { refuse } from './refuse.ts';

/** Answers what was sent under an id of the sender's choice: 201 stored, 200 the same again, 409 other bytes. */
export function sendOutcome(c: Context, id: string, outcome: Outcome): Response {
  if (outcome === 'taken') return refuse(c, 'conflict');
  return accept(c, { id } satisfies StoredBody, outcome === 'stored' ? 201 : 200);
}
