import { peopleRoutes } from '../../../src/protocol/wire/api/people.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { INVITE_LIFETIME, NEW_WAY_LIFETIME } from '../../../src/protocol/wire/invite.ts';
import { actIn } from '../../http/act.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import * as store from '../../store/invites.ts';

/** Makes an invitation, for somebody new or as a new way in of a member. */
export const invite = serve(peopleRoutes.invite, async (c, { body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const at = now();
  const { id, role, for: forMember } = body;
  const expiresAt = at + (forMember === null ? INVITE_LIFETIME : NEW_WAY_LIFETIME);
  const by = c.var.member.id;
  const made = { id, role, forMember, by, at, expiresAt };
  const outcome = await store.insertInvite(c.env.DB, made, read.act);
  if (outcome === 'gone') return refused('not_found');
  if (outcome === 'taken') return refused('conflict');
  return done({ id }, outcome === 'stored' ? 201 : 200);
});

/** Takes an invitation back. */
export const withdrawInvite = serve(peopleRoutes.withdrawInvite, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  await store.deleteInvite(c.env.DB, id, read.act);
  return done({ id });
});

/** Keeps what a member sealed to who is invited, once they have compared the words. */
export const letIn = serve(peopleRoutes.letIn, async (c, { id, body }) => {
  const read = await actIn(c, body);
  if (!read.ok) return read;
  const [boxKey, box] = [fromBase64url(body.boxKey), fromBase64url(body.box)];
  if (!boxKey || !box) return refused('malformed');
  const given = { id, boxKey, box, by: c.var.member.id, at: now() };
  const kept = await store.letIn(c.env.DB, given, read.act);
  return kept ? done({ id }) : refused('changed');
});
