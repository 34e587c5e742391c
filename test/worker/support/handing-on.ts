import type { PostHandoff } from '../../../src/protocol/wire/api/handoffs.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { ask } from './ask.ts';
import type { memberOnDuty } from './member.ts';
import { noise } from './referral.ts';

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

/** A handoff of noise, which the worker can't tell from another, and what its code would show. */
export async function newHandoff(
  bucket = 1024,
): Promise<{ body: PostHandoff; headers: { Authorization: string } }> {
  const token = crypto.getRandomValues(new Uint8Array(32));
  const body = {
    id: randomId(),
    envelope: noise(AUTHENTICATED_BOX, bucket),
    own: noise(AUTHENTICATED_BOX, bucket),
    mailbox: toBase64url(await sha256(token)),
    salt: toBase64url(crypto.getRandomValues(new Uint8Array(16))),
  };
  return { body, headers: { Authorization: `Bearer ${toBase64url(token)}` } };
}

/** Passes a thread on as a member. */
export function handOff({ headers }: OnDuty, thread: string, json: PostHandoff): Promise<Response> {
  return ask(`/api/desk/threads/${thread}/handoffs`, { json, headers });
}
