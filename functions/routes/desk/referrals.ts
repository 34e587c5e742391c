import { Hono } from 'hono';
import {
  Acknowledge,
  RELEASE_TIME,
  type ReferralListBody,
  type ReferralRow,
  Release,
  type ThreadBody,
} from '../../../src/protocol/wire/api/api.ts';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { readBody } from '../../http/body.ts';
import { now } from '../../http/clock.ts';
import { refuse } from '../../http/refuse.ts';
import { readThread } from '../../store/messages.ts';
import { type After, acknowledgeReferral, listReferrals, releaseReferral } from '../../store/referrals.ts';
import { listThrown } from '../../store/thrown.ts';

/** Seconds that a request may be on its way on a slow network: who asked in time is not late. */
const ON_THE_WAY = 10;

/** Reads where a page of the list begins from `<received at>.<id>`; null when that is not what it says. */
function readCursor(text: string): After | null {
  const [, receivedAt, id] = /^(\d{1,12})\.([A-Za-z0-9_-]{22})$/.exec(text) ?? [];
  return receivedAt && id ? { receivedAt: Number(receivedAt), id } : null;
}

/** `/api/desk/referrals`: the list, one referral with its messages, taking one and giving it back. For members only. */
export const deskReferrals = new Hono<App>()
  .get('/', async (c) => {
    const after = c.req.query('after');
    const start = after === undefined ? undefined : readCursor(after);
    if (start === null) return refuse(c, 'malformed');
    const { referrals, full } = await listReferrals(c.env.DB, start);
    const last = full ? referrals.at(-1) : undefined;
    const next = last ? { next: `${last.receivedAt}.${last.id}` } : {};
    const thrown = start === undefined ? { thrown: await listThrown(c.env.DB) } : {};
    return accept(c, { now: now(), referrals, ...next, ...thrown } satisfies ReferralListBody);
  })
  .get('/:id', async (c) => {
    const thread = await readThread(c.env.DB, c.req.param('id'));
    return thread ? accept(c, { now: now(), ...thread } satisfies ThreadBody) : refuse(c, 'not_found');
  })
  .post('/:id/acknowledge', async (c) => {
    const read = await readBody(c.req.raw, Acknowledge);
    if (!read.ok) return refuse(c, read.code);
    const claim = { id: c.req.param('id'), rev: read.body.rev, memberId: c.var.member.id, at: now() };
    const row = await acknowledgeReferral(c.env.DB, claim);
    if (!row) return refuse(c, 'not_found');
    // A member who has it already asks again because the answer got lost: that is no conflict.
    if (row.claimedBy?.id !== claim.memberId) return refuse(c, 'changed');
    return accept(c, row satisfies ReferralRow);
  })
  .post('/:id/release', async (c) => {
    const read = await readBody(c.req.raw, Release);
    if (!read.ok) return refuse(c, read.code);
    const { rev } = read.body;
    const takenAfter = now() - RELEASE_TIME - ON_THE_WAY;
    const release = { id: c.req.param('id'), rev, memberId: c.var.member.id, takenAfter };
    const row = await releaseReferral(c.env.DB, release);
    if (!row) return refuse(c, 'not_found');
    // Free in the very next revision: it was given back, perhaps a moment ago by the same request.
    if (row.claimedBy !== null || row.state !== 'new' || row.rev !== rev + 1) return refuse(c, 'changed');
    return accept(c, row satisfies ReferralRow);
  });
