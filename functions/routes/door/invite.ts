import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { readToken } from '../../sign-in/token.ts';
import { findInvite } from '../../store/invites.ts';

/** Shows an invitation, which stays usable. */
export const invite = serve(doorRoutes.invite, async (c, { body }) => {
  const found = await findInvite(c.env.DB, await sha256(readToken(body.token)), now());
  return found ? done(found) : refused('invite_gone');
});
