import { Hono } from 'hono';
import { PostThrown, type ThrownBody } from '../../../src/protocol/wire/api/api.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { refuse } from '../../http/refuse.ts';
import { bringBack, throwAway } from '../../store/thrown.ts';

/**
 * `/api/desk/thrown`: throws away referrals that can't be opened, and brings them back. The worker can't tell which
 * those are; the desk throws away only what fails under a key that its vault holds. For members only.
 */
export const thrown = new Hono<App>()
  .post('/', async (c) => {
    const read = await readBody(c.req.raw, PostThrown);
    if (!read.ok) return refuse(c, read.code);
    const count = await throwAway(c.env.DB, read.body, c.var.member.id, now());
    return accept(c, { count } satisfies ThrownBody);
  })
  .post('/:id/back', async (c) => {
    const count = await bringBack(c.env.DB, c.req.param('id'));
    return accept(c, { count } satisfies ThrownBody);
  });
