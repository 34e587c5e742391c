import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import worker from '../../../../functions/worker.ts';
import { ThreadListBody } from '../../../../src/protocol/wire/api/threads.ts';
import { MOST_THROWN, THROWN_KEPT, ThrownBody } from '../../../../src/protocol/wire/api/thrown.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { storeJunk } from '../../support/junk.ts';
import { memberOnDuty } from '../../support/member.ts';
import { reporterMessage, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { take } from '../../support/standing.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;
type Seen = { id: string; rev: number };

async function list({ headers }: OnDuty): Promise<ThreadListBody> {
  return ThreadListBody.parse(await (await ask('/api/desk/threads', { headers })).json());
}

async function throwAway({ headers }: OnDuty, id: string, threads: Seen[]): Promise<number> {
  const answer = await ask('/api/desk/thrown', { json: { id, threads }, headers });
  return ThrownBody.parse(await answer.json()).count;
}

async function bringBack({ headers }: OnDuty, id: string): Promise<number> {
  const answer = await ask(`/api/desk/thrown/${id}/back`, { json: {}, headers });
  return ThrownBody.parse(await answer.json()).count;
}

const seen = ({ id }: { id: string }, rev = 0): Seen => ({ id, rev });

/** Does the worker's scheduled work as at a moment in ms. */
async function tick(scheduledTime: number): Promise<void> {
  await worker.scheduled(createScheduledController({ scheduledTime, cron: '7 * * * *' }), env);
}

describe('throwing away', () => {
  it('takes out of the list, says who threw how many, and brings all of it back', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const [one, two, kept] = [await sentReferral(), await sentReferral(), await sentReferral()];
    const id = randomId();
    expect(await throwAway(ana, id, [seen(one), seen(two)])).toBe(2);
    const after = await list(bo);
    expect(after.threads.map((row) => row.id)).toEqual([kept.id]);
    expect(after.thrown).toEqual([
      { id, at: expect.any(Number), by: { id: ana.id, name: ana.name }, count: 2 },
    ]);
    expect(await bringBack(bo, id)).toBe(2);
    const back = await list(ana);
    expect(back.threads.map((row) => [row.id, row.rev]).sort()).toEqual(
      [
        [one.id, 2],
        [two.id, 2],
        [kept.id, 0],
      ].sort(),
    );
    expect(back.thrown).toEqual([]);
  });

  it('leaves what somebody took or wrote to since it was seen', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const [taken, written, junk] = [await sentReferral(), await sentReferral(), await sentReferral()];
    await take(bo, taken.id, 0);
    await ask('/api/mailbox', { json: reporterMessage(written, 'It is me'), headers: written.headers });
    const everyRev = [0, 1].flatMap((rev) => [seen(taken, rev), seen(junk, rev)]);
    expect(await throwAway(ana, randomId(), [...everyRev, seen(written)])).toBe(1);
    expect((await list(ana)).threads.map((row) => row.id).sort()).toEqual([taken.id, written.id].sort());
  });

  it('can be asked twice, and in several parts, under one id', async () => {
    const ana = await memberOnDuty();
    const [one, two] = [await sentReferral(), await sentReferral()];
    const id = randomId();
    expect(await throwAway(ana, id, [seen(one)])).toBe(1);
    expect(await throwAway(ana, id, [seen(one)])).toBe(1);
    expect(await throwAway(ana, id, [seen(two)])).toBe(2);
    expect(await bringBack(ana, id)).toBe(2);
  });

  it('does not put things under an id that a colleague used', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const [one, two] = [await sentReferral(), await sentReferral()];
    const id = randomId();
    await throwAway(ana, id, [seen(one)]);
    expect(await throwAway(bo, id, [seen(two)])).toBe(0);
    expect((await list(bo)).threads.map((row) => row.id)).toEqual([two.id]);
  });

  it('brings back what the person writes to, so that it is seen', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await throwAway(ana, randomId(), [seen(referral)]);
    await ask('/api/mailbox', { json: reporterMessage(referral, 'Please'), headers: referral.headers });
    const { threads, thrown } = await list(ana);
    expect(threads).toMatchObject([{ id: referral.id, rev: 2, state: 'new' }]);
    expect(thrown).toEqual([]);
  });

  it('cannot be taken while it is thrown away', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await throwAway(ana, randomId(), [seen(referral)]);
    expect(await refusal(await take(ana, referral.id, 1))).toEqual([409, 'changed']);
  });

  it('is for members only, from the own origin, and takes so many at a time', async () => {
    const { headers } = await memberOnDuty();
    const json = { id: randomId(), threads: [{ id: randomId(), rev: 0 }] };
    expect(await refusal(await ask('/api/desk/thrown', { json }))).toEqual([401, 'unauthorized']);
    expect(await refusal(await ask(`/api/desk/thrown/${json.id}/back`, { json: {} }))).toEqual([
      401,
      'unauthorized',
    ]);
    const foreign = { ...headers, Origin: 'https://elsewhere.test' };
    expect(await refusal(await ask('/api/desk/thrown', { json, headers: foreign }))).toEqual([
      403,
      'forbidden',
    ]);
    for (const count of [0, MOST_THROWN + 1]) {
      const threads = Array.from({ length: count }, () => ({ id: randomId(), rev: 0 }));
      const answer = await ask('/api/desk/thrown', { json: { id: randomId(), threads }, headers });
      expect(await refusal(answer)).toEqual([400, 'malformed']);
    }
    const most = Array.from({ length: MOST_THROWN }, () => ({ id: randomId(), rev: 2 ** 31 }));
    const answer = await ask('/api/desk/thrown', { json: { id: randomId(), threads: most }, headers });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, count: 0 }]);
  });
});

describe('the sweep', () => {
  it('deletes after a day what was thrown away, with its messages, and nothing else', async () => {
    const ana = await memberOnDuty();
    const [junk, later, kept] = [await sentReferral(), await sentReferral(), await sentReferral()];
    await ask('/api/mailbox', { json: reporterMessage(junk, 'noise'), headers: junk.headers });
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Date.now();
    await throwAway(ana, randomId(), [seen(junk, 1)]);
    vi.setSystemTime(start + 60_000);
    await throwAway(ana, randomId(), [seen(later)]);

    await tick(start + THROWN_KEPT * 1000 - 60_000);
    expect(await countRows('threads')).toBe(3);
    await tick(start + THROWN_KEPT * 1000 + 30_000);
    expect([await countRows('threads'), await countRows('messages')]).toEqual([2, 0]);
    await tick(start + THROWN_KEPT * 1000 + 90_000);
    const { results } = await env.DB.prepare('SELECT id FROM threads').all();
    expect(results).toEqual([{ id: kept.id }]);
  });

  it('deletes a whole flood', async () => {
    const ana = await memberOnDuty();
    await storeJunk(1201, { thrownId: randomId(), thrownBy: ana.id });
    expect((await list(ana)).thrown).toMatchObject([{ count: 1201 }]);
    await tick(Date.now());
    expect(await countRows('threads')).toBe(0);
  });
});
