import { threadRoutes } from '../../../src/protocol/wire/api/threads.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused } from '../../http/reply.ts';
import { listChanges, readEnvelopes } from '../../store/pages/list.ts';
import { readThread } from '../../store/pages/message-pages.ts';
import { markRead } from '../../store/threads.ts';
import { listThrown } from '../../store/thrown.ts';
import { absent } from './absent.ts';

/** A page of what has changed. A poll that finds nothing costs the store as little as can be. */
export const threads = serve(threadRoutes.threads, async (c) => {
  const since = readNumber(c.req.query(threadRoutes.threads.query), 0);
  if (since === null) return refused('malformed');
  const { threads, gone, purged, cursor, more } = await listChanges(c.env.DB, since);
  const told = !more && (since === 0 || threads.length + gone.length > 0);
  const thrown = told ? { thrown: await listThrown(c.env.DB) } : {};
  const ended = purged.length > 0 ? { purged } : {};
  return done({ now: now(), threads, gone, ...ended, ...thrown, cursor, more });
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
