import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { inviteIdOf } from '../../../src/protocol/wire/invite.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { lookKeyOf, lookOf } from '../../members/name-look.ts';
import { bindInvite, readBox } from '../../store/invites.ts';

/** Binds an invitation to the own key of who comes first. */
export const openInvite = serve(doorRoutes.openInvite, async (c, { body }) => {
  const { code, name } = body;
  const boxKey = fromBase64url(body.boxKey);
  if (!boxKey) return refused('malformed');
  const id = await inviteIdOf(code);
  const nameKey = nameKeyOf(name);
  const looks = { look: lookOf(name), lookKey: lookKeyOf(nameKey) };
  const bound = await bindInvite(c.env.DB, { id, boxKey, name, nameKey, ...looks, at: now() });
  if (bound === 'seen') return refused('invite_seen');
  if (bound === 'taken') return refused('conflict');
  return bound === 'gone' ? refused('invite_gone') : done({ id, expiresAt: bound });
});

/** Whether a member has let them in, and what was sealed to them then. */
export const awaitBox = serve(doorRoutes.awaitBox, async (c, { body }) => {
  const boxKey = fromBase64url(body.boxKey);
  if (!boxKey) return refused('malformed');
  const read = await readBox(c.env.DB, { id: await inviteIdOf(body.code), boxKey, at: now() });
  return read === 'gone' ? refused('invite_gone') : done(read);
});
