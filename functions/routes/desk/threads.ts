import { RELEASE_TIME, threadRoutes } from '../../../src/protocol/wire/api/threads.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { readThread } from '../../store/messages.ts';
import { type After, listThreads, releaseThread, takeThread } from '../../store/threads.ts';
import { listThrown } from '../../store/thrown.ts';

/** Seconds that a request may be on its way on a slow network: who asked in time is not late. */
const ON_THE_WAY = 10;

/** Reads where a page of the list begins from `<received at>.<id>`; null when that is not what it says. */
function readCursor(text: string): After | null {
  const [, receivedAt, id] = /^(\d{1,12})\.([A-Za-z0-9_-]{22})$/.exec(text) ?? [];
  return receivedAt && id ? { receivedAt: Number(receivedAt), id } : null;
}

/** A page of the list. */
export const threads = serve(threadRoutes.threads, async (c) => {
  const after = c.req.query(threadRoutes.threads.query);
  const start = after === undefined ? undefined : readCursor(after);
  if (start === null) return refused('malformed');
  const { threads, full } = await listThreads(c.env.DB, start);
  const last = full ? threads.at(-1) : undefined;
  const next = last ? { next: `${last.receivedAt}.${last.id}` } : {};
  const thrown = start === undefined ? { thrown: await listThrown(c.env.DB) } : {};
  return done({ now: now(), threads, ...next, ...thrown });
});

/** One thread with its messages. */
export const thread = serve(threadRoutes.thread, async (c, { id }) => {
  const found = await readThread(c.env.DB, id);
  return found ? done({ now: now(), ...found }) : refused('not_found');
});

/** Taking a thread. */
export const take = serve(threadRoutes.take, async (c, { id, body }) => {
  const memberId = c.var.member.id;
  const row = await takeThread(c.env.DB, { id, rev: body.rev, memberId, at: now() });
  if (!row) return refused('not_found');
  // A member who has it already asks again because the answer got lost: that is no conflict.
  return row.takenBy?.id === memberId ? done(row) : refused('changed');
});

/** Giving a thread back that was taken a moment ago. */
export const release = serve(threadRoutes.release, async (c, { id, body }) => {
  const { rev } = body;
  const takenAfter = now() - RELEASE_TIME - ON_THE_WAY;
  const row = await releaseThread(c.env.DB, { id, rev, memberId: c.var.member.id, takenAfter });
  if (!row) return refused('not_found');
  // Free in the very next revision: it was given back, perhaps a moment ago by the same request.
  const free = row.takenBy === null && row.state === 'new' && row.rev === rev + 1;
  return free ? done(row) : refused('changed');
});
