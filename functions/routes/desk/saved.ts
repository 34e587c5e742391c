import { savedRoutes } from '../../../src/protocol/wire/api/saved.ts';
import { actIn } from '../../http/act.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { listSaved, removeSaved as remove, putSaved as store } from '../../store/saved.ts';

/** The answers that the team has saved, or what changed of them. */
export const saved = serve(savedRoutes.saved, async (c) => {
  const since = readNumber(c.req.query(savedRoutes.saved.query), 0);
  return since === null ? refused('malformed') : done(await listSaved(c.env.DB, since));
});

/** Saving one, or another in its place. */
export const putSaved = serve(savedRoutes.putSaved, async (c, { id, body }) => {
  const envelope = await readSealed(body.envelope, savedRoutes.putSaved, c.env);
  if (!envelope.ok) return envelope;
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const { rev } = body;
  return stored(id, await store(c.env.DB, { id, rev, sealed: envelope.sealed }, read.act));
});

/** Deleting one for the whole team. */
export const removeSaved = serve(savedRoutes.removeSaved, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const gone = await remove(c.env.DB, { id, rev: body.rev }, read.act);
  return gone ? done({ id }) : refused('changed');
});
