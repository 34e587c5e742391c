import { HANDOFF_TIME, handoffRoutes } from '../../../src/protocol/wire/api/handoffs.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { readMailboxSecrets } from '../../secrets/mailbox-secrets.ts';
import { storeMailbox } from '../../secrets/stored-mailbox.ts';
import { insertHandoff, listHandoffs, revokeHandoff } from '../../store/handoffs.ts';
import { threadOf } from '../../store/threads.ts';
import { absent } from './absent.ts';

/** Passing a thread on to another centre. */
export const handOff = serve(handoffRoutes.handOff, async (c, { id: threadId, body }) => {
  const envelope = await readSealed(body.envelope, handoffRoutes.handOff, c.env);
  if (!envelope.ok) return envelope;
  const own = await readSealed(body.own, handoffRoutes.handOff, c.env);
  if (!own.ok) return own;
  const secrets = readMailboxSecrets(c.env);
  if (!secrets) return refused('secret_missing');
  const [mailbox, salt] = [fromBase64url(body.mailbox), fromBase64url(body.salt)];
  if (!mailbox || !salt) return refused('malformed');
  const read = await actIn(c, body, threadId);
  if (!read.ok) return read;
  const { id } = body;
  const madeAt = now();
  const outcome = await insertHandoff(c.env.DB, {
    ...{ id, threadId, memberId: c.var.member.id, madeAt, expiresAt: madeAt + HANDOFF_TIME },
    ...{ sealed: envelope.sealed, own: own.sealed },
    act: read.act,
    ...(await storeMailbox(secrets, id, mailbox, salt)),
  });
  return outcome === 'unknown' ? absent(c.env.DB, threadId) : stored(id, outcome);
});

/** What of a thread was passed on. */
export const handoffs = serve(handoffRoutes.handoffs, async (c, { id }) => {
  const found = await listHandoffs(c.env.DB, id);
  return found ? done({ now: now(), handoffs: found }) : absent(c.env.DB, id);
});

/** Revoking what the other centre has not accepted. */
export const revoke = serve(handoffRoutes.revoke, async (c, { id, body }) => {
  const read = await actIn(c, body, await threadOf(c.env.DB, 'handoffs', id));
  if (!read.ok) return read;
  const outcome = await revokeHandoff(c.env.DB, id, now(), read.act);
  if (outcome === 'unknown') return refused('not_found');
  return outcome === 'revoked' ? done({ id }) : refused('changed');
});
