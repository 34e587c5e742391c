import { HANDOVER_KEPT, handoverRoutes } from '../../../src/protocol/wire/api/handovers.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { done, refused, stored } from '../../http/reply.ts';
import * as store from '../../store/handovers.ts';
import { threadOf } from '../../store/threads.ts';
import { absent } from './absent.ts';

/** What is handed over. */
export const handovers = serve(handoverRoutes.handovers, async (c) => {
  const at = now();
  return done({ now: at, handovers: await store.listHandovers(c.env.DB, at - HANDOVER_KEPT) });
});

/** Handing a thread over. */
export const handOver = serve(handoverRoutes.handOver, async (c, { id, body }) => {
  const envelope = await readSealed(body.envelope, handoverRoutes.handOver, c.env);
  if (!envelope.ok) return envelope;
  const { thread, to } = body;
  const read = await actIn(c, body, thread);
  if (!read.ok) return read;
  const from = c.var.member.id;
  const handover = { id, thread, from, to, at: now(), sealed: envelope.sealed, act: read.act };
  const outcome = await store.insertHandover(c.env.DB, handover);
  return outcome === 'unknown' ? absent(c.env.DB, thread) : stored(id, outcome);
});

/** "I have it." */
export const acceptHandover = serve(handoverRoutes.acceptHandover, async (c, { id, body }) => {
  const envelope = await readSealed(body.entry.envelope, handoverRoutes.acceptHandover, c.env);
  if (!envelope.ok) return envelope;
  const read = await actIn(c, body, body.thread);
  if (!read.ok) return read;
  const at = now();
  const entry = { ...body.entry, sealed: envelope.sealed, memberId: c.var.member.id, at };
  const since = at - HANDOVER_KEPT;
  const { thread, rev } = body;
  const accepted = await store.acceptHandover(c.env.DB, { id, thread, rev, entry, since, act: read.act });
  if (!accepted) return absent(c.env.DB, thread);
  return accepted.stored ? done(accepted.row) : refused('changed');
});

/** Taking back what one has handed over. What is gone already is taken back. */
export const withdrawHandover = serve(handoverRoutes.withdrawHandover, async (c, { id, body }) => {
  const read = await actIn(c, body, await threadOf(c.env.DB, 'handovers', id));
  if (!read.ok) return read;
  const gone = await store.withdrawHandover(c.env.DB, id, c.var.member.id, read.act);
  return gone ? done({ id }) : refused('changed');
});
