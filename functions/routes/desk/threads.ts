import { RELEASE_TIME, threadRoutes } from '../../../src/protocol/wire/api/threads.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused } from '../../http/reply.ts';
import { listChanges, readEnvelopes } from '../../store/pages/list.ts';
import { readThread } from '../../store/pages/message-pages.ts';
import { releaseThread, takeThread } from '../../store/taking.ts';
import { markRead } from '../../store/threads.ts';
import { listThrown } from '../../store/thrown.ts';
import { absent } from './absent.ts';

/** Seconds that a request may be on its way on a slow network: who asked in time is not late. */
const ON_THE_WAY = 10;

/** A page of what has changed. A poll that finds nothing costs the store as little as can be. */
export const threads = serve(threadRoutes.threads, async (c) => {
  const since = readNumber(c.req.query(threadRoutes.threads.query), 0);
  if (since === null) return refused('malformed');
  const { threads, gone, cursor, more } = await listChanges(c.env.DB, since);
  const told = !more && (since === 0 || threads.length + gone.length > 0);
  const thrown = told ? { thrown: await listThrown(c.env.DB) } : {};
  return done({ now: now(), threads, gone, ...thrown, cursor, more });
});

/** What began some threads. */
export const envelopes = serve(threadRoutes.envelopes, async (c, { body }) =>
  done({ envelopes: await readEnvelopes(c.env.DB, body.ids) }),
);

/** Marking threads as read. */
export const read = serve(threadRoutes.read, async (c, { body }) =>
  done({ count: await markRead(c.env.DB, body.ids, now()) }),
);

/** One thread with a page of its messages. */
export const thread = serve(threadRoutes.thread, async (c, { id }) => {
  const after = readNumber(c.req.query(threadRoutes.thread.query), -1);
  if (after === null) return refused('malformed');
  const found = await readThread(c.env.DB, id, after);
  return found ? done({ now: now(), ...found }) : absent(c.env.DB, id);
});

/** Taking a thread. */
export const take = serve(threadRoutes.take, async (c, { id, body }) => {
  const envelope = await readSealed(body.entry.envelope, threadRoutes.take, c.env);
  if (!envelope.ok) return envelope;
  const memberId = c.var.member.id;
  const entry = { ...body.entry, sealed: envelope.sealed, memberId, at: now() };
  const row = await takeThread(c.env.DB, { id, rev: body.rev, entry });
  if (!row) return absent(c.env.DB, id);
  // A member who has it already asks again because the answer got lost: that is no conflict.
  return row.takenBy?.id === memberId ? done(row) : refused('changed');
});

/** Giving a thread back that was taken a moment ago. */
export const release = serve(threadRoutes.release, async (c, { id, body }) => {
  const envelope = await readSealed(body.entry.envelope, threadRoutes.release, c.env);
  if (!envelope.ok) return envelope;
  const { rev } = body;
  const at = now();
  const entry = { ...body.entry, sealed: envelope.sealed, memberId: c.var.member.id, at };
  const takenAfter = at - RELEASE_TIME - ON_THE_WAY;
  const row = await releaseThread(c.env.DB, { id, rev, entry, takenAfter });
  if (!row) return absent(c.env.DB, id);
  // Free in the very next revision: it was given back, perhaps a moment ago by the same request.
  const free = row.takenBy === undefined && row.state === 'new' && row.rev === rev + 1;
  return free ? done(row) : refused('changed');
});
