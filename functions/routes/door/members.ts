import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { inviteIdOf } from '../../../src/protocol/wire/invite.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { createMember } from '../../store/members.ts';

/** Uses up an invitation that was let in, and makes a member, or a new way in of one, with a passphrase. */
export const addMember = serve(doorRoutes.addMember, async (c, { body }) => {
  const { code, id, kdf } = body;
  const boxKey = fromBase64url(body.boxKey);
  const publicKey = fromBase64url(body.publicKey);
  const vault = fromBase64url(body.vault);
  if (!boxKey || !publicKey || !vault) return refused('malformed');
  const outcome = await createMember(c.env.DB, {
    ...{ invite: await inviteIdOf(code), id, boxKey },
    wayIn: { id: randomId(), publicKey, kdf, vault },
    now: now(),
  });
  if (outcome === 'gone') return refused('invite_gone');
  if (outcome === 'taken') return refused('conflict');
  return done(outcome.member, outcome.repeated ? 200 : 201);
});
