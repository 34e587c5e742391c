import { peopleRoutes } from '../../../src/protocol/wire/api/people.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { sessionHash } from '../../sign-in/session.ts';
import { listInvites } from '../../store/invites.ts';
import * as store from '../../store/people.ts';
import { deleteSessions } from '../../store/sessions.ts';

/** Who can read, since when, and by how many ways. */
export const people = serve(peopleRoutes.people, async (c) => {
  const at = now();
  const [all, invites] = await Promise.all([store.listPeople(c.env.DB, at), listInvites(c.env.DB, at)]);
  return done({ people: all, invites });
});

/** Makes a member an administrator or not, suspends them, lets them back, or has them leave. */
export const changePerson = serve(peopleRoutes.changePerson, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const changed = await store.changePerson(c.env.DB, { ...body, id }, now(), read.act);
  if (changed === null) return refused('not_found');
  if (changed === 'last') return refused('last_administrator');
  return changed === 'changed' ? refused('changed') : done(changed);
});

/** Ends every session of a member. */
export const endSessions = serve(peopleRoutes.endSessions, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  return done({ ended: await deleteSessions(c.env.DB, id, undefined, read.act) });
});

/** Ends every other session of who asks. */
export const endOthers = serve(peopleRoutes.endOthers, async (c, { body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const own = await sessionHash(c);
  return done({ ended: await deleteSessions(c.env.DB, c.var.member.id, own, read.act) });
});
