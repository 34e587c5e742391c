import type { Change } from '../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { ask } from './ask.ts';
import type { memberOnDuty } from './member.ts';
import { noise } from './referral.ts';

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

/** What goes with taking a thread or giving it back: the revision that was seen, and its next entry. The worker opens none. */
export const changeOf = (rev: number, seq = 1): Change => ({
  rev,
  entry: { id: randomId(), seq, envelope: noise(AUTHENTICATED_BOX, 1024) },
});

/** Takes a thread as a member, of which this revision was seen. */
export function take({ headers }: OnDuty, id: string, rev: number, seq = 1): Promise<Response> {
  return ask(`/api/desk/threads/${id}/take`, { json: changeOf(rev, seq), headers });
}

/** Gives a thread back. */
export function release({ headers }: OnDuty, id: string, rev: number, seq = 2): Promise<Response> {
  return ask(`/api/desk/threads/${id}/release`, { json: changeOf(rev, seq), headers });
}
