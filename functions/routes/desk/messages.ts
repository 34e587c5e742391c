import { threadRoutes } from '../../../src/protocol/wire/api/threads.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { stored } from '../../http/reply.ts';
import { insertFromDesk } from '../../store/messages.ts';
import { absent } from './absent.ts';

/** An answer to the mailbox, stored once. */
export const answer = serve(threadRoutes.answer, async (c, { id: threadId, body }) => {
  const envelope = await readSealed(body.envelope, threadRoutes.answer, c.env);
  if (!envelope.ok) return envelope;
  const read = await actIn(c, body, threadId);
  if (!read.ok) return read;
  const { id, seq, rev } = body;
  const outcome = await insertFromDesk(c.env.DB, {
    id,
    sealed: envelope.sealed,
    at: now(),
    seq,
    threadId,
    memberId: c.var.member.id,
    rev,
    act: read.act,
  });
  if (outcome === 'unknown') return absent(c.env.DB, threadId);
  return stored(id, outcome);
});
