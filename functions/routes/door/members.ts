import { doorRoutes } from '../../../src/protocol/wire/api/door.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { sha256 } from '../../../src/protocol/wire/sha256.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { done, refused } from '../../http/reply.ts';
import { lookKeyOf, lookOf } from '../../members/name-look.ts';
import { readToken } from '../../sign-in/token.ts';
import { createMember } from '../../store/members.ts';

/** Uses up an invitation and makes a member, with a passphrase as way in. */
export const addMember = serve(doorRoutes.addMember, async (c, { body }) => {
  const { token, id, name, kdf } = body;
  const publicKey = fromBase64url(body.publicKey);
  const vault = fromBase64url(body.vault);
  if (!publicKey || !vault) return refused('malformed');
  const outcome = await createMember(c.env.DB, {
    inviteHash: await sha256(readToken(token)),
    id,
    name,
    nameKey: nameKeyOf(name),
    look: lookOf(name),
    lookKey: lookKeyOf(nameKeyOf(name)),
    wayIn: { id: randomId(), publicKey, kdf, vault },
    now: now(),
  });
  if (outcome === 'gone') return refused('invite_gone');
  if (outcome === 'taken') return refused('conflict');
  return done({ id, name }, outcome === 'stored' ? 201 : 200);
});
