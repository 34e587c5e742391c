import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { roundClosed } from '../../../../functions/store/retention.ts';
import { MailboxBody } from '../../../../src/protocol/wire/api/mailbox.ts';
import { RetentionBody } from '../../../../src/protocol/wire/api/retention.ts';
import { ThreadBody, ThreadListBody, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { faultyStore } from '../../../faults/stores.ts';
import { ask, refusal } from '../../support/ask.ts';
import { sweepNow } from '../../support/faulty.ts';
import { handOff, newHandoff } from '../../support/handing-on.ts';
import { memberOnDuty } from '../../support/member.ts';
import { reporterMessage, sentReferral, type TestReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { close, type OnDuty, stand, standingOf } from '../../support/standing.ts';

const DAY = 86_400;

beforeEach(async () => {
  await emptyStore();
  await env.DB.prepare('UPDATE retention SET days = 90, rev = 0').run();
});

const today = () => Math.floor(Date.now() / 1000 / DAY);
const toDay = (day: number) => sweepNow(day * DAY - Math.floor(Date.now() / 1000));

/** A referral that a member has read, and closed. */
async function closedReferral(member: OnDuty) {
  const referral = await sentReferral();
  await ask('/api/desk/threads/read', { json: { ids: [referral.id] }, headers: member.headers });
  const row = ThreadRow.parse(await (await close(member, referral.id, 0, 1)).json());
  if (row.purgeDay === undefined) throw new Error('It has no end');
  return { referral, row, purgeDay: row.purgeDay };
}

async function changesSince({ headers }: OnDuty, since: number): Promise<ThreadListBody> {
  return ThreadListBody.parse(await (await ask(`/api/desk/threads?since=${since}`, { headers })).json());
}

const purge = ({ headers }: OnDuty, id: string, rev: number) =>
  ask(`/api/desk/threads/${id}/purge`, { json: { rev }, headers });
const mailboxOf = ({ headers }: TestReferral) => ask('/api/mailbox', { headers });
const threadOf = ({ headers }: OnDuty, id: string) => ask(`/api/desk/threads/${id}`, { headers });

async function retention({ headers }: OnDuty): Promise<RetentionBody> {
  return RetentionBody.parse(await (await ask('/api/desk/retention', { headers })).json());
}

const set = ({ headers }: OnDuty, days: number, rev: number) =>
  ask('/api/desk/retention', { json: { days, rev }, headers });

describe('what is closed', () => {
  it('ends on a day that is drawn once, a fifth around the days that are set, and that both sides are told', async () => {
    const member = await memberOnDuty();
    const ends = new Set<number>();
    for (let count = 0; count < 12; count++) {
      const { referral, purgeDay } = await closedReferral(member);
      expect(purgeDay - today()).toBeGreaterThanOrEqual(72);
      expect(purgeDay - today()).toBeLessThanOrEqual(108);
      ends.add(purgeDay);
      const told = MailboxBody.parse(await (await mailboxOf(referral)).json());
      expect(told).toMatchObject({ state: 'closed', purgeDay });
      const again = ThreadRow.parse(await (await close(member, referral.id, 1, 2)).json());
      expect(again.purgeDay).toBe(purgeDay);
    }
    expect(ends.size).toBeGreaterThan(1);
  });

  it('is deleted on that day with all that hangs on it, counted, and its mailbox is as one that never was', async () => {
    const member = await memberOnDuty();
    const { referral, purgeDay } = await closedReferral(member);
    await toDay(purgeDay - 1);
    expect((await mailboxOf(referral)).status).toBe(200);
    for (let again = 0; again < 2; again++) await toDay(purgeDay);
    for (const table of ['threads', 'messages', 'entries', 'tombstones'] as const) {
      expect(await countRows(table), table).toBe(0);
    }
    expect(await refusal(await mailboxOf(referral))).toEqual([401, 'unauthorized']);
    expect(await refusal(await threadOf(member, referral.id))).toEqual([404, 'not_found']);
    const { results } = await env.DB.prepare('SELECT day, count FROM purges').all();
    expect(results).toEqual([{ day: purgeDay, count: 1 }]);
  });

  it('has no end any more when the person writes or a member opens it again', async () => {
    const member = await memberOnDuty();
    const [written, reopened] = [await closedReferral(member), await closedReferral(member)];
    const { headers } = written.referral;
    await ask('/api/mailbox', { json: reporterMessage(written.referral, 'One more thing.'), headers });
    await stand(member, reopened.referral.id, standingOf(1, member.id, 2));
    for (const { referral } of [written, reopened]) {
      const { thread } = ThreadBody.parse(await (await threadOf(member, referral.id)).json());
      expect(thread.purgeDay).toBeUndefined();
    }
    await toDay(Math.max(written.purgeDay, reopened.purgeDay) + 500);
    expect(await countRows('threads')).toBe(2);
  });

  it('is deleted on that day also where the mark that it was read got lost', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const { readAt, purgeDay = 0 } = ThreadRow.parse(await (await close(member, id, 0, 1)).json());
    expect(readAt).toBeGreaterThan(0);
    await toDay(purgeDay);
    expect(await countRows('threads')).toBe(0);
  });

  it('is never deleted while nobody has read what the person wrote', async () => {
    const member = await memberOnDuty();
    const { referral, row, purgeDay } = await closedReferral(member);
    await env.DB.prepare('UPDATE threads SET read_at = NULL').run();
    await toDay(purgeDay + 500);
    expect(await refusal(await purge(member, referral.id, row.rev))).toEqual([409, 'changed']);
    expect(await countRows('threads')).toBe(1);
  });

  it('keeps no hour from the day after', async () => {
    const member = await memberOnDuty();
    const { referral } = await closedReferral(member);
    const times = async () => {
      const { thread, entries } = ThreadBody.parse(await (await threadOf(member, referral.id)).json());
      const at = [thread.receivedAt, thread.readAt, thread.takenAt, ...(entries ?? []).map((one) => one.at)];
      return at.map((one) => (one ?? 1) % DAY);
    };
    await toDay(today());
    expect((await times()).some((second) => second > 0)).toBe(true);
    await toDay(today() + 1);
    expect(await times()).toEqual([0, 0, 0, 0]);
  });

  it('keeps no hour of what was passed on of it either, once no other centre reads that any more', async () => {
    const member = await memberOnDuty();
    const { referral } = await closedReferral(member);
    const { body, headers } = await newHandoff();
    await handOff(member, referral.id, body);
    await ask('/api/handoff/accept', { method: 'POST', headers });
    const times = async () => {
      const { thread } = ThreadBody.parse(await (await threadOf(member, referral.id)).json());
      const {
        madeAt,
        expiresAt,
        openedAt = 1,
        acceptedAt = 1,
      } = thread.handed ?? { madeAt: 1, expiresAt: 1 };
      return [thread.receivedAt, madeAt, expiresAt, openedAt, acceptedAt].map((at) => at % DAY);
    };
    await toDay(today() + 1);
    expect((await times()).every((second) => second > 0)).toBe(true);
    expect((await ask('/api/handoff', { headers })).status).toBe(200);
    for (let again = 0; again < 2; again++) await toDay(today() + 4);
    expect(await times()).toEqual([0, 0, 0, 0, 0]);
  });

  it('keeps no hour where rounding failed half-way the first time', async () => {
    const member = await memberOnDuty();
    const { referral } = await closedReferral(member);
    let asked = 0;
    const failsLater = faultyStore(env.DB, () => ({ fault: ++asked === 2 ? 'down' : 'well', hangs: 0 }));
    await roundClosed(failsLater, today() + 1).catch(() => {});
    await roundClosed(env.DB, today() + 1);
    const { entries = [] } = ThreadBody.parse(await (await threadOf(member, referral.id)).json());
    expect(entries.map(({ at }) => at % DAY)).toEqual([0]);
  });
});

describe('deleting before the day', () => {
  it('takes what is closed, in the revision that was seen, at once', async () => {
    const member = await memberOnDuty();
    const { referral, row } = await closedReferral(member);
    expect(await refusal(await purge(member, referral.id, row.rev - 1))).toEqual([409, 'changed']);
    const { cursor } = await changesSince(member, 0);
    const answer = await purge(member, referral.id, row.rev);
    expect(await answer.json()).toEqual({ ok: true, purged: referral.id });
    expect(await refusal(await purge(member, referral.id, row.rev))).toEqual([404, 'not_found']);
    // A desk that was open is told, for two days; one that opens now has nothing to miss.
    expect(await changesSince(member, cursor)).toMatchObject({
      threads: [],
      gone: [],
      purged: [referral.id],
    });
    expect((await changesSince(member, 0)).purged).toBeUndefined();
    await sweepNow();
    expect(await countRows('purged')).toBe(1);
    await sweepNow(2 * DAY + 60);
    expect(await countRows('purged')).toBe(0);
    expect(await countRows('threads')).toBe(0);
    expect((await retention(member)).purged).toEqual([{ day: today(), count: 1 }]);
  });

  it('takes nothing that is open', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    await ask('/api/desk/threads/read', { json: { ids: [id] }, headers: member.headers });
    expect(await refusal(await purge(member, id, 0))).toEqual([409, 'changed']);
    expect(await countRows('threads')).toBe(1);
  });
});

describe('for how long', () => {
  it('is ninety days until a member says otherwise, and then names them', async () => {
    const member = await memberOnDuty();
    expect(await retention(member)).toEqual({ days: 90, rev: 0, purged: [] });
    expect((await set(member, 30, 0)).status).toBe(200);
    const { id, name } = member;
    const changed = { days: 30, rev: 1, changedBy: { id, name }, changedAt: expect.any(Number) };
    expect(await retention(member)).toMatchObject(changed);
    const { purgeDay } = await closedReferral(member);
    expect(purgeDay - today()).toBeLessThanOrEqual(36);
  });

  it('changes nothing for what is closed already', async () => {
    const member = await memberOnDuty();
    const { purgeDay, referral } = await closedReferral(member);
    await set(member, 14, 0);
    const told = MailboxBody.parse(await (await mailboxOf(referral)).json());
    expect(told.purgeDay).toBe(purgeDay);
  });

  it('is set by the first of two', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const answers = await Promise.all([set(ana, 30, 0), set(bo, 60, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([13, 366, 0, -90, 90.5])('is never %d days', async (days) => {
    const member = await memberOnDuty();
    expect(await refusal(await set(member, days, 0))).toEqual([400, 'malformed']);
  });
});
