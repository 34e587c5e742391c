import { Hono } from 'hono';
import { PutReferral } from '../../../src/protocol/wire/api/api.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { SEALED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { Id } from '../../../src/protocol/wire/fields.ts';
import type { App } from '../../env.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { limit } from '../../http/limit.ts';
import { sendOutcome } from '../../http/outcome.ts';
import { refuse } from '../../http/refuse.ts';
import { insertReferral } from '../../store/referrals.ts';

/**
 * `PUT /api/referrals/:id`, or `POST`, which means the same: stores a sealed referral once. Answers when the store has
 * it, not before.
 */
export const referrals = new Hono<App>().on(['PUT', 'POST'], '/:id', limit('REFERRAL_LIMIT'), async (c) => {
  const id = Id.safeParse(c.req.param('id'));
  if (!id.success) return refuse(c, 'malformed');
  const read = await readBody(c.req.raw, PutReferral);
  if (!read.ok) return refuse(c, read.code);
  const envelope = await readSealed(read.body.envelope, SEALED_BOX, c.env);
  if (!envelope.ok) return refuse(c, envelope.code);
  const mailboxHash = fromBase64url(read.body.mailbox);
  if (!mailboxHash) return refuse(c, 'malformed');
  const { sealed, keyId } = envelope;
  const referral = { id: id.data, keyId, sealed, mailboxHash, receivedAt: now() };
  return sendOutcome(c, id.data, await insertReferral(c.env.DB, referral));
});
