import { Hono } from 'hono';
import { type InviteBody, OpenInvite } from '../../../src/protocol/wire/api/api.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { limit } from '../../http/limit.ts';
import { refuse } from '../../http/refuse.ts';
import { hashToken, readToken } from '../../http/token.ts';
import { findInvite } from '../../store/invites.ts';

/** `POST /api/desk/invite`: shows an invitation, which stays usable. */
export const invite = new Hono<App>().post('/', limit('SIGN_IN_LIMIT'), async (c) => {
  const read = await readBody(c.req.raw, OpenInvite);
  if (!read.ok) return refuse(c, read.code);
  const found = await findInvite(c.env.DB, await hashToken(readToken(read.body.token)), now());
  return found ? accept(c, found satisfies InviteBody) : refuse(c, 'invite_gone');
});
