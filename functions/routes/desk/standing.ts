import { threadRoutes } from '../../../src/protocol/wire/api/threads.ts';
import { Id, Month } from '../../../src/protocol/wire/fields.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { beginThread } from '../../store/begun.ts';
import { listMembers } from '../../store/members.ts';
import { listClosed } from '../../store/pages/list.ts';
import { changeStanding } from '../../store/standing.ts';
import { absent } from './absent.ts';

/** How a member leaves a thread: taken, given back or to a colleague, waiting, closed, open again. */
export const changeState = serve(threadRoutes.changeState, async (c, { id, body }) => {
  const envelope = await readSealed(body.entry.envelope, threadRoutes.changeState, c.env);
  if (!envelope.ok) return envelope;
  const read = await actIn(c, body, id);
  if (!read.ok) return read;
  const { act } = read;
  const entry = { ...body.entry, sealed: envelope.sealed, memberId: c.var.member.id, at: now() };
  const changed = await changeStanding(c.env.DB, { ...body, id, entry, act });
  if (!changed) return absent(c.env.DB, id);
  // Who asks again because the answer got lost is told the same, whatever happened since.
  return changed.stored ? done(changed.row) : refused('changed');
});

/** A case of one person of a group, which the member who begins it has from then on. */
export const begin = serve(threadRoutes.begin, async (c, { id, body }) => {
  if (!Id.safeParse(id).success) return refused('malformed');
  const envelope = await readSealed(body.envelope, threadRoutes.begin, c.env);
  if (!envelope.ok) return envelope;
  const state = await readSealed(body.entry.envelope, threadRoutes.changeState, c.env);
  if (!state.ok) return state;
  const read = await actIn(c, body, id);
  if (!read.ok) return read;
  const { keyId, sealed } = envelope;
  const at = now();
  const entry = { ...body.entry, sealed: state.sealed, memberId: c.var.member.id, at };
  const row = await beginThread(c.env.DB, { id, keyId, sealed, receivedAt: at, entry, act: read.act });
  return row ? done(row) : refused('conflict');
});

/** What was closed in a month. */
export const closed = serve(threadRoutes.closed, async (c) => {
  const month = Month.safeParse(c.req.query(threadRoutes.closed.query));
  return month.success ? done(await listClosed(c.env.DB, month.data)) : refused('malformed');
});

/** Everybody who can have a thread. */
export const members = serve(threadRoutes.members, async (c) =>
  done({ members: await listMembers(c.env.DB) }),
);
