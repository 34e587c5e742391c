import { Hono } from 'hono';
import { type Member, PostMember } from '../../../src/protocol/wire/api/api.ts';
import { fromBase64url } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { limit } from '../../http/limit.ts';
import { refuse } from '../../http/refuse.ts';
import { hashToken, readToken } from '../../http/token.ts';
import { createMember } from '../../store/members.ts';

/** `POST /api/desk/members`: uses up an invitation and makes a member, with a passphrase as way in. */
export const members = new Hono<App>().post('/', limit('SIGN_IN_LIMIT'), async (c) => {
  const read = await readBody(c.req.raw, PostMember);
  if (!read.ok) return refuse(c, read.code);
  const { token, id, name, kdf } = read.body;
  const publicKey = fromBase64url(read.body.publicKey);
  const vault = fromBase64url(read.body.vault);
  if (!publicKey || !vault) return refuse(c, 'malformed');
  const outcome = await createMember(c.env.DB, {
    inviteHash: await hashToken(readToken(token)),
    id,
    name,
    nameKey: nameKeyOf(name),
    wayIn: { id: randomId(), publicKey, kdf, vault },
    now: now(),
  });
  if (outcome === 'gone') return refuse(c, 'invite_gone');
  if (outcome === 'taken') return refuse(c, 'conflict');
  return accept(c, { id, name } satisfies Member, outcome === 'stored' ? 201 : 200);
});
