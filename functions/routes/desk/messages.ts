import { Hono } from 'hono';
import { PostAnswer } from '../../../src/protocol/wire/api/api.ts';
import { AUTHENTICATED_BOX } from '../../../src/protocol/wire/envelope.ts';
import type { App } from '../../env.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { sendOutcome } from '../../http/outcome.ts';
import { refuse } from '../../http/refuse.ts';
import { insertFromDesk } from '../../store/messages.ts';

/** `POST /api/desk/referrals/:id/messages`: an answer to the mailbox, stored once. For members only. */
export const deskMessages = new Hono<App>().post('/:id/messages', async (c) => {
  const read = await readBody(c.req.raw, PostAnswer);
  if (!read.ok) return refuse(c, read.code);
  const envelope = await readSealed(read.body.envelope, AUTHENTICATED_BOX, c.env);
  if (!envelope.ok) return refuse(c, envelope.code);
  const { id, rev } = read.body;
  const outcome = await insertFromDesk(c.env.DB, {
    id,
    sealed: envelope.sealed,
    at: now(),
    referralId: c.req.param('id'),
    memberId: c.var.member.id,
    rev,
  });
  if (outcome === 'unknown') return refuse(c, 'not_found');
  if (outcome === 'changed') return refuse(c, 'changed');
  return sendOutcome(c, id, outcome);
});
