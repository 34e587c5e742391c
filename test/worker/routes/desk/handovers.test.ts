import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  HANDOVER_KEPT,
  HandoversBody,
  type PostHandover,
} from '../../../../src/protocol/wire/api/handovers.ts';
import {
  EnvelopesBody,
  ThreadBody,
  ThreadListBody,
  ThreadRow,
} from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { sweepNow } from '../../support/faulty.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { close, type OnDuty, release, take } from '../../support/standing.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

const CHANGED = [409, 'changed'];

const sealed = (bytes = 1024) => noise(AUTHENTICATED_BOX, bytes);

function handOver({ headers }: OnDuty, json: PostHandover, id = randomId()) {
  return ask(`/api/desk/handovers/${id}`, { json, headers });
}

/** Hands a thread over, and gives the id of that. */
async function handed(from: OnDuty, thread: string, to: OnDuty | null = null): Promise<string> {
  const id = randomId();
  const answer = await handOver(from, { thread, to: to?.id ?? null, envelope: sealed() }, id);
  expect(answer.status).toBe(201);
  return id;
}

const acceptance = (thread: string, rev: number, seq = rev + 1) => ({
  thread,
  rev,
  entry: { id: randomId(), seq, envelope: sealed() },
});

const accept = ({ headers }: OnDuty, id: string, json: ReturnType<typeof acceptance>) =>
  ask(`/api/desk/handovers/${id}/accept`, { json, headers });

const withdraw = ({ headers }: OnDuty, id: string) =>
  ask(`/api/desk/handovers/${id}/withdraw`, { json: {}, headers });

async function listOf({ headers }: OnDuty) {
  const answer = await ask('/api/desk/handovers', { headers });
  return HandoversBody.parse(await answer.json()).handovers;
}

async function changesSince({ headers }: OnDuty, since: number): Promise<ThreadListBody> {
  return ThreadListBody.parse(await (await ask(`/api/desk/threads?since=${since}`, { headers })).json());
}

async function threadOf({ headers }: OnDuty, id: string) {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}`, { headers })).json()).thread;
}

/** Two members, and a thread that the first has at revision 1. */
async function twoAndTheirs() {
  const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
  const { id } = await sentReferral();
  await take(ana, id, 0);
  return { ana, bo, id };
}

const by = ({ id, name }: OnDuty) => ({ id, name });

describe('handing over', () => {
  it('is seen by all, once, changes nothing of the thread, and its envelope is given to who asks', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const before = await threadOf(ana, id);
    const { cursor } = await changesSince(bo, 0);
    const json = { thread: id, to: bo.id, envelope: sealed(LARGEST_BUCKET.handovers) };
    const one = randomId();
    const answers = [await handOver(ana, json, one), await handOver(ana, json, one)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const row = { id: one, thread: id, from: by(ana), to: by(bo), at: expect.any(Number) };
    for (const member of [ana, bo]) expect(await listOf(member)).toEqual([row]);
    const { threads } = await changesSince(bo, cursor);
    expect(threads).toEqual([{ ...before, changed: expect.any(Number) }]);
    const given = await ask('/api/desk/envelopes', { json: { ids: [one, id] }, headers: bo.headers });
    expect(EnvelopesBody.parse(await given.json()).envelopes[0]).toEqual({
      id: one,
      envelope: json.envelope,
    });
  });

  it('takes what nobody has, and not what another has, what is closed, thrown or unknown', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const [free, done] = [await sentReferral(), await sentReferral()];
    await close(ana, done.id, 0, 1);
    await handed(ana, free.id);
    const to = null;
    expect(await refusal(await handOver(bo, { thread: id, to, envelope: sealed() }))).toEqual(CHANGED);
    expect(await refusal(await handOver(ana, { thread: done.id, to, envelope: sealed() }))).toEqual(CHANGED);
    expect(await refusal(await handOver(ana, { thread: randomId(), to, envelope: sealed() }))).toEqual([
      404,
      'not_found',
    ]);
    expect(await countRows('handovers')).toBe(1);
  });

  it('is for a colleague: not for oneself, or for somebody who is none', async () => {
    const { ana, id } = await twoAndTheirs();
    for (const to of [ana.id, randomId()]) {
      expect(await refusal(await handOver(ana, { thread: id, to, envelope: sealed() }))).toEqual(CHANGED);
    }
  });

  it('refuses other bytes under the same id, and what no member sealed', async () => {
    const { ana, id } = await twoAndTheirs();
    const one = await handed(ana, id);
    const other = { thread: id, to: null, envelope: sealed() };
    expect(await refusal(await handOver(ana, other, one))).toEqual([409, 'conflict']);
    const foreign = { ...other, envelope: noise(SEALED_BOX, 1024) };
    expect(await refusal(await handOver(ana, foreign))).toEqual([400, 'envelope_version']);
    const large = { ...other, envelope: sealed(LARGEST_BUCKET.handovers * 2) };
    expect(await refusal(await handOver(ana, large))).toEqual([400, 'envelope_size']);
  });
});

describe('accepting', () => {
  it('gives the thread to who accepts, and tells both; the same again is answered as done', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const one = await handed(ana, id, bo);
    const json = acceptance(id, 1);
    const answers = [await accept(bo, one, json), await accept(bo, one, json)];
    for (const answer of answers) {
      expect(ThreadRow.parse(await answer.json())).toMatchObject({
        id,
        rev: 2,
        takenBy: by(bo),
        state: 'taken',
      });
    }
    expect(await listOf(ana)).toMatchObject([{ id: one, accepted: { by: by(bo), at: expect.any(Number) } }]);
    expect(await countRows('entries')).toBe(2);
  });

  it('is for the one to whom it is handed, and never for who hands over', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const one = await handed(ana, id, bo);
    const third = await memberOnDuty();
    for (const member of [ana, third]) {
      expect(await refusal(await accept(member, one, acceptance(id, 1)))).toEqual(CHANGED);
    }
    expect((await threadOf(bo, id)).takenBy).toEqual(by(ana));
  });

  it('by two at once is for the first; the other is told', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const third = await memberOnDuty();
    const one = await handed(ana, id);
    const both = [bo, third].map((member) => accept(member, one, acceptance(id, 1)));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
    const [{ accepted } = {}] = await listOf(ana);
    expect((await threadOf(ana, id)).takenBy).toEqual(accepted?.by);
    expect(await countRows('entries')).toBe(2);
  });

  it('moves case by case: what changed meanwhile stays', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const [free, other] = [await sentReferral(), await sentReferral()];
    const third = await memberOnDuty();
    const ids = [await handed(ana, id), await handed(ana, free.id), await handed(ana, other.id)];
    await take(third, other.id, 0);
    const [one = '', two = '', three = ''] = ids;
    expect((await accept(bo, one, acceptance(id, 1))).status).toBe(200);
    expect((await accept(bo, two, acceptance(free.id, 0))).status).toBe(200);
    // Neither by the revision that was seen, nor by the new one: it is a third member's now.
    for (const rev of [0, 1]) {
      expect(await refusal(await accept(bo, three, acceptance(other.id, rev)))).toEqual(CHANGED);
    }
    expect((await threadOf(bo, other.id)).takenBy).toEqual(by(third));
  });

  it('needs the next entry and the thread of the handover', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const other = await sentReferral();
    const one = await handed(ana, id);
    expect(await refusal(await accept(bo, one, acceptance(id, 1, 3)))).toEqual(CHANGED);
    expect(await refusal(await accept(bo, one, acceptance(other.id, 0)))).toEqual(CHANGED);
    expect(await refusal(await accept(bo, one, acceptance(randomId(), 0)))).toEqual([404, 'not_found']);
    expect(await countRows('entries')).toBe(1);
  });
});

describe('taking back', () => {
  it('is for who handed over, as long as nobody accepted, and twice does what once does', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const one = await handed(ana, id, bo);
    const { cursor } = await changesSince(bo, 0);
    expect(await refusal(await withdraw(bo, one))).toEqual(CHANGED);
    for (let again = 0; again < 2; again++) {
      expect(await (await withdraw(ana, one)).json()).toEqual({ ok: true, id: one });
    }
    expect(await listOf(bo)).toEqual([]);
    expect((await changesSince(bo, cursor)).threads.map((row) => row.id)).toEqual([id]);
    expect(await refusal(await accept(bo, one, acceptance(id, 1)))).toEqual(CHANGED);
  });

  it('comes too late once somebody has accepted', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const one = await handed(ana, id, bo);
    await accept(bo, one, acceptance(id, 1));
    expect(await refusal(await withdraw(ana, one))).toEqual(CHANGED);
    expect(await countRows('handovers')).toBe(1);
  });
});

describe('what was handed over goes', () => {
  it('when a colleague takes the thread otherwise, and stays gone when they give it back', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    const one = await handed(ana, id);
    await take(bo, id, 1, 2);
    expect(await listOf(ana)).toEqual([]);
    await release(bo, id, 2, 3);
    expect(await listOf(ana)).toEqual([]);
    const third = await memberOnDuty();
    expect(await refusal(await accept(third, one, acceptance(id, 3)))).toEqual(CHANGED);
  });

  it('when it is closed, and stays gone when it is opened again; not while it only stands otherwise', async () => {
    const { ana, id } = await twoAndTheirs();
    const one = await handed(ana, id);
    await take(ana, id, 1, 2);
    expect(await listOf(ana)).toMatchObject([{ id: one }]);
    await close(ana, id, 2, 3);
    await take(ana, id, 3, 4);
    expect(await listOf(ana)).toEqual([]);
  });

  it('when its member hands the same over anew, so that nothing older comes back with taking that back', async () => {
    const { ana, bo, id } = await twoAndTheirs();
    await handed(ana, id);
    const newer = await handed(ana, id, bo);
    expect(await listOf(bo)).toMatchObject([{ id: newer }]);
    await withdraw(ana, newer);
    expect(await listOf(bo)).toEqual([]);
  });

  it('with its thread, when the person deletes it', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await handed(ana, referral.id);
    await ask('/api/mailbox', { method: 'DELETE', headers: referral.headers });
    expect(await countRows('handovers')).toBe(0);
  });

  it('after two days, and until then nobody accepts what is older', async () => {
    const { ana, id } = await twoAndTheirs();
    const one = await handed(ana, id);
    await sweepNow();
    expect(await countRows('handovers')).toBe(1);
    const accepting = acceptance(id, 1);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HANDOVER_KEPT * 1000 + 2000 });
    const later = await memberOnDuty();
    expect(await listOf(later)).toEqual([]);
    expect(await refusal(await accept(later, one, accepting))).toEqual(CHANGED);
    await sweepNow();
    expect(await countRows('handovers')).toBe(0);
  });
});
