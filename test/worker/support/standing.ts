import type { ChangeState } from '../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { ask } from './ask.ts';
import type { memberOnDuty } from './member.ts';
import { noise } from './referral.ts';

export type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

/** How a thread is to stand: the revision that was seen, its owner, and the next entry, of noise: the worker opens none. */
export const standingOf = (
  rev: number,
  owner: string | null,
  seq = rev + 1,
  closed = false,
): ChangeState => ({
  rev,
  owner,
  closed,
  entry: { id: randomId(), seq, envelope: noise(AUTHENTICATED_BOX, 1024) },
});

/** Says as a member how a thread stands. */
export function stand({ headers }: OnDuty, id: string, json: ChangeState): Promise<Response> {
  return ask(`/api/desk/threads/${id}/state`, { json, headers });
}

/** Takes a thread as a member, of which this revision was seen. */
export function take(member: OnDuty, id: string, rev: number, seq = 1): Promise<Response> {
  return stand(member, id, standingOf(rev, member.id, seq));
}

/** Gives a thread back. */
export function release(member: OnDuty, id: string, rev: number, seq = 2): Promise<Response> {
  return stand(member, id, standingOf(rev, null, seq));
}

/** Closes a thread that a member has. */
export function close(member: OnDuty, id: string, rev: number, seq = 2): Promise<Response> {
  return stand(member, id, standingOf(rev, member.id, seq, true));
}
