import { entryRoutes } from '../../../src/protocol/wire/api/entries.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { readSealed } from '../../http/envelope.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused, stored } from '../../http/reply.ts';
import { addEntry as storeEntry } from '../../store/entries.ts';
import { readEntries } from '../../store/pages/entry-pages.ts';
import { absent } from './absent.ts';

/** Older entries of a thread than those that came with it. */
export const entries = serve(entryRoutes.entries, async (c, { id }) => {
  const before = readNumber(c.req.query(entryRoutes.entries.query), Number.MAX_SAFE_INTEGER);
  if (before === null) return refused('malformed');
  const found = await readEntries(c.env.DB, id, before);
  return found ? done({ entries: found }) : absent(c.env.DB, id);
});

/** A note or a call, or whatever else a member keeps in a thread. */
export const addEntry = serve(entryRoutes.addEntry, async (c, { id: threadId, body }) => {
  const envelope = await readSealed(body.entry.envelope, entryRoutes.addEntry, c.env);
  if (!envelope.ok) return envelope;
  const read = await actIn(c, body, threadId);
  if (!read.ok) return read;
  const { id, seq } = body.entry;
  const entry = { id, seq, sealed: envelope.sealed, memberId: c.var.member.id, at: now() };
  const outcome = await storeEntry(c.env.DB, threadId, entry, read.act);
  return outcome === 'unknown' ? absent(c.env.DB, threadId) : stored(id, outcome);
});
