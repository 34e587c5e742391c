import { retentionRoutes } from '../../../src/protocol/wire/api/retention.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { dayOf, purgeThread, readRetention, setRetention } from '../../store/retention.ts';
import { selectThread } from '../../store/threads.ts';
import { absent } from './absent.ts';

/** For how long closed threads are kept. */
export const retention = serve(retentionRoutes.retention, async (c) =>
  done(await readRetention(c.env.DB, dayOf(now()))),
);

/** Keeping what is closed from now on for longer, or not so long. */
export const putRetention = serve(retentionRoutes.putRetention, async (c, { body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const set = await setRetention(c.env.DB, body, c.var.member.id, now(), read.act);
  return set ? done(await readRetention(c.env.DB, dayOf(now()))) : refused('changed');
});

/** Deleting a closed thread before its day. */
export const purge = serve(retentionRoutes.purge, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  if (await purgeThread(c.env.DB, { id, rev: body.rev }, now(), read.act)) return done({ purged: id });
  const there = await selectThread(c.env.DB, id).first();
  return there ? refused('changed') : absent(c.env.DB, id);
});
