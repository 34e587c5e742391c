import { thrownRoutes } from '../../../src/protocol/wire/api/thrown.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done } from '../../http/reply.ts';
import { bringBack as bringBackAll, throwAway as throwAllAway } from '../../store/thrown.ts';

/**
 * Throws away threads that can't be opened. The worker can't tell which those are; the desk throws away only what
 * fails under a key that its vault holds.
 */
export const throwAway = serve(thrownRoutes.throwAway, async (c, { body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  return done({ count: await throwAllAway(c.env.DB, body, c.var.member.id, now(), read.act) });
});

/** Brings back what was thrown away. */
export const bringBack = serve(thrownRoutes.bringBack, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  return done({ count: await bringBackAll(c.env.DB, id, read.act) });
});
