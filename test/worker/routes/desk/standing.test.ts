import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ClosedBody,
  EnvelopesBody,
  LIST_ROWS,
  MembersBody,
  ThreadBody,
  ThreadListBody,
  ThreadRow,
} from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { storeJunk } from '../../support/junk.ts';
import { memberOnDuty } from '../../support/member.ts';
import {
  deskMessage,
  noise,
  reporterMessage,
  sentReferral,
  type TestReferral,
} from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { close, type OnDuty, release, stand, standingOf, take } from '../../support/standing.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

const rowOf = async (answer: Response) => ThreadRow.parse(await answer.json());

async function threadOf({ headers }: OnDuty, id: string): Promise<ThreadBody> {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}`, { headers })).json());
}

async function closedIn({ headers }: OnDuty, month: string): Promise<ClosedBody> {
  return ClosedBody.parse(await (await ask(`/api/desk/closed?month=${month}`, { headers })).json());
}

const answerIn = ({ headers }: OnDuty, referral: TestReferral, rev: number) =>
  ask(`/api/desk/threads/${referral.id}/messages`, {
    json: { ...deskMessage(referral, 'We are coming.'), rev },
    headers,
  });

const writeIn = async (referral: TestReferral) =>
  ask('/api/mailbox', { json: reporterMessage(referral, 'Hurry'), headers: referral.headers });

describe('POST /api/desk/threads/:id/state', () => {
  it('takes, gives to a colleague, gives back, closes and opens again, and answers the row each time', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const steps = [
      [ana.id, false, { state: 'taken', takenBy: { id: ana.id, name: ana.name } }],
      [bo.id, false, { state: 'taken', takenBy: { id: bo.id, name: bo.name } }],
      [null, false, { state: 'new' }],
      [ana.id, true, { state: 'closed', takenBy: { id: ana.id }, closedDay: expect.any(Number) }],
      [ana.id, false, { state: 'taken' }],
      [null, true, { state: 'closed' }],
    ] as const;
    for (const [rev, [owner, closed, expected]] of steps.entries()) {
      const change = standingOf(rev, owner, rev + 1, closed);
      const answer = await stand(ana, id, change);
      expect(answer.status).toBe(200);
      const row = await rowOf(answer);
      expect(row).toMatchObject({ id, rev: rev + 1, entry: change.entry.id, ...expected });
      expect([row.takenBy !== undefined, row.takenAt !== undefined]).toEqual([
        owner !== null,
        owner !== null,
      ]);
      expect(row.closedDay !== undefined).toBe(closed);
      expect((await threadOf(bo, id)).thread).toEqual(row);
    }
    expect(await countRows('entries')).toBe(steps.length);
  });

  it('tells since when somebody has a thread, and not since when they last said so', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    vi.useFakeTimers({ toFake: ['Date'] });
    const since = async (owner: string, rev: number) => {
      vi.setSystemTime(Date.now() + 60_000);
      return (await rowOf(await stand(ana, id, standingOf(rev, owner)))).takenAt ?? 0;
    };
    const first = await since(ana.id, 0);
    expect(await since(ana.id, 1)).toBe(first);
    expect(await since(bo.id, 2)).toBe(first + 120);
  });

  it('shows the person that the desk has answered, whoever has the thread', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await take(ana, referral.id, 0);
    expect((await answerIn(ana, referral, 1)).status).toBe(201);
    expect(await rowOf(await release(ana, referral.id, 2))).toMatchObject({ state: 'open' });
    expect(await rowOf(await take(ana, referral.id, 3, 3))).toMatchObject({ state: 'open' });
  });

  it('keeps each entry once, named by the row, and gives it with the thread and by its id', async () => {
    const ana = await memberOnDuty();
    const { id, body } = await sentReferral();
    const [taken, given] = [standingOf(0, ana.id), standingOf(1, null)];
    for (const change of [taken, taken, given]) expect((await stand(ana, id, change)).status).toBe(200);
    const by = { at: expect.any(Number), member: { id: ana.id, name: ana.name } };
    const { entries } = await threadOf(ana, id);
    expect(entries).toEqual([
      { ...taken.entry, ...by },
      { ...given.entry, ...by },
    ]);
    const list = ThreadListBody.parse(await (await ask('/api/desk/threads', ana)).json());
    expect(list.threads).toMatchObject([{ id, entry: given.entry.id }]);
    const json = { ids: [given.entry.id, id, taken.entry.id] };
    const answer = await ask('/api/desk/envelopes', { json, headers: ana.headers });
    const { envelopes } = EnvelopesBody.parse(await answer.json());
    expect(new Map(envelopes.map((one) => [one.id, one.envelope]))).toEqual(
      new Map([
        [given.entry.id, given.entry.envelope],
        [id, body.envelope],
        [taken.entry.id, taken.entry.envelope],
      ]),
    );
  });

  it('is answered as done when it is asked again, also where somebody has gone on since', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const taken = standingOf(0, ana.id);
    const first = await rowOf(await stand(ana, id, taken));
    expect(await rowOf(await stand(ana, id, taken))).toEqual(first);
    const given = await rowOf(await stand(bo, id, standingOf(1, bo.id)));
    expect(await rowOf(await stand(ana, id, taken))).toEqual(given);
    expect(await countRows('entries')).toBe(2);
  });

  it('lets one of two members at once have their way, and tells the other', async () => {
    const members = [await memberOnDuty(), await memberOnDuty()] as const;
    for (const { id } of await Promise.all(Array.from({ length: 8 }, () => sentReferral()))) {
      const answers = await Promise.all([
        take(members[0], id, 0),
        stand(members[1], id, standingOf(0, null, 1, true)),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const { thread, entries } = await threadOf(members[0], id);
      const first = answers[0].status === 200;
      expect([thread.state, thread.rev]).toEqual([first ? 'taken' : 'closed', 1]);
      expect(entries).toMatchObject([{ id: thread.entry, member: { id: members[first ? 0 : 1].id } }]);
    }
  });

  it('is refused to who has not seen the newest revision: of the person, or of a colleague', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const referral = await sentReferral();
    await writeIn(referral);
    expect(await refusal(await take(ana, referral.id, 0))).toEqual([409, 'changed']);
    expect((await take(ana, referral.id, 1)).status).toBe(200);
    expect(await refusal(await close(bo, referral.id, 1))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(1);
  });

  it.each([1, 3, 7])('must come with the next entry: number %i is not the second', async (seq) => {
    const ana = await memberOnDuty();
    const { id } = await sentReferral();
    await take(ana, id, 0);
    expect(await refusal(await release(ana, id, 1, seq))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(1);
    expect((await release(ana, id, 1)).status).toBe(200);
  });

  it('comes under no id that another entry has', async () => {
    const ana = await memberOnDuty();
    const [one, two] = [await sentReferral(), await sentReferral()];
    const taken = standingOf(0, ana.id);
    await stand(ana, one.id, taken);
    expect(await refusal(await stand(ana, two.id, taken))).toEqual([409, 'changed']);
    const other = standingOf(1, null);
    const same = { ...other, entry: { ...other.entry, id: taken.entry.id } };
    expect(await refusal(await stand(ana, one.id, same))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(1);
  });

  it('gives a thread to members alone', async () => {
    const ana = await memberOnDuty();
    const { id } = await sentReferral();
    expect(await refusal(await stand(ana, id, standingOf(0, randomId())))).toEqual([409, 'changed']);
    expect(await countRows('entries')).toBe(0);
  });

  it('takes an envelope that only the desk could make, and no larger than an entry may be', async () => {
    const ana = await memberOnDuty();
    const { id } = await sentReferral();
    const asked = (envelope: string) => {
      const change = standingOf(0, ana.id);
      return stand(ana, id, { ...change, entry: { ...change.entry, envelope } });
    };
    expect(await refusal(await asked(noise(SEALED_BOX, 1024)))).toEqual([400, 'envelope_version']);
    const large = noise(AUTHENTICATED_BOX, LARGEST_BUCKET.entries * 2);
    expect(await refusal(await asked(large))).toEqual([413, 'too_large']);
    expect(await countRows('entries')).toBe(0);
    expect((await asked(noise(AUTHENTICATED_BOX, LARGEST_BUCKET.entries))).status).toBe(200);
  });

  it('needs a session, a thread, and all that belongs to it', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    const whole = standingOf(0, ana.id);
    const path = `/api/desk/threads/${referral.id}/state`;
    expect(await refusal(await ask(path, { json: whole }))).toEqual([401, 'unauthorized']);
    for (const json of [
      {},
      null,
      { ...whole, rev: '0' },
      { ...whole, rev: 0.5 },
      { ...whole, owner: undefined },
      { ...whole, owner: 'Ana' },
      { ...whole, closed: 1 },
      standingOf(0, ana.id, 0),
    ]) {
      const answer = await ask(path, { json, headers: ana.headers });
      expect(await refusal(answer)).toEqual([400, 'malformed']);
    }
    expect(await refusal(await take(ana, randomId(), 0))).toEqual([404, 'not_found']);
    await ask('/api/mailbox', { method: 'DELETE', headers: referral.headers });
    expect(await refusal(await take(ana, referral.id, 0))).toEqual([410, 'deleted']);
  });

  it('goes with its thread', async () => {
    const ana = await memberOnDuty();
    const { id, headers } = await sentReferral();
    await take(ana, id, 0);
    await ask('/api/mailbox', { method: 'DELETE', headers });
    expect(await countRows('entries')).toBe(0);
  });
});

describe('a closed thread', () => {
  it('leaves the list, which says so, and stands in its month', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2026-11-30T20:00:00Z'));
    const ana = await memberOnDuty();
    const { id } = await sentReferral();
    await take(ana, id, 0);
    const list = async (query: string) =>
      ThreadListBody.parse(await (await ask(`/api/desk/threads${query}`, ana)).json());
    const { cursor } = await list('');
    vi.setSystemTime(new Date('2026-11-30T23:59:00Z'));
    const row = await rowOf(await close(ana, id, 1));
    expect(row.closedDay).toBe(Date.UTC(2026, 10, 30) / 86_400_000);
    expect((await list('')).threads).toEqual([]);
    expect((await list(`?since=${cursor}`)).threads).toEqual([row]);
    expect(await closedIn(ana, '2026-11')).toEqual({ threads: [row], more: false });
    for (const month of ['2026-10', '2026-12', '2025-11']) {
      expect(await closedIn(ana, month)).toEqual({ threads: [], more: false });
    }
    // Said again on another day, it stays closed since the day on which it was.
    vi.setSystemTime(new Date('2026-12-01T00:01:00Z'));
    expect((await rowOf(await close(ana, id, 2, 3))).closedDay).toBe(row.closedDay);
  });

  it('is opened again by a message of the person, and its owner still has it', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await take(ana, referral.id, 0);
    await close(ana, referral.id, 1);
    expect((await writeIn(referral)).status).toBe(201);
    const { thread } = await threadOf(ana, referral.id);
    expect(thread).toMatchObject({ state: 'taken', takenBy: { id: ana.id }, rev: 3 });
    expect(thread.closedDay).toBeUndefined();
    expect((await closedIn(ana, new Date().toISOString().slice(0, 7))).threads).toEqual([]);
  });

  it('is not closed under the words of a person who writes meanwhile', async () => {
    const ana = await memberOnDuty();
    for (let turn = 0; turn < 6; turn++) {
      const referral = await sentReferral();
      await take(ana, referral.id, 0);
      const [, written] = await Promise.all([close(ana, referral.id, 1), writeIn(referral)]);
      expect(written.status).toBe(201);
      expect((await threadOf(ana, referral.id)).thread.state).not.toBe('closed');
    }
  });

  it('takes no answer', async () => {
    const ana = await memberOnDuty();
    const referral = await sentReferral();
    await take(ana, referral.id, 0);
    await close(ana, referral.id, 1);
    expect(await refusal(await answerIn(ana, referral, 2))).toEqual([409, 'changed']);
  });

  it('is one of at most so many of a month, and whoever asks hears that there are more', async () => {
    const ana = await memberOnDuty();
    await storeJunk(LIST_ROWS + 1);
    const day = Date.UTC(2026, 1, 10) / 86_400_000;
    await env.DB.prepare("UPDATE threads SET state = 'closed', closed_day = ?").bind(day).run();
    const { threads, more } = await closedIn(ana, '2026-02');
    expect([threads.length, more]).toEqual([LIST_ROWS, true]);
  });

  it.each([
    '',
    '?month=',
    '?month=202611',
    '?month=2026-00',
    '?month=2026-13',
    '?month=2026-1',
    '?month=2026-11-01',
  ])('is found in no month %j', async (query) => {
    const answer = await ask(`/api/desk/closed${query}`, await memberOnDuty());
    expect(await refusal(answer)).toEqual([400, 'malformed']);
  });
});

it('GET /api/desk/members names everybody who can have a thread, by name', async () => {
  const [bo, ana] = [await memberOnDuty('Bo Standing'), await memberOnDuty('ana Standing')];
  const { members } = MembersBody.parse(await (await ask('/api/desk/members', bo)).json());
  const named = ({ id, name }: OnDuty) => ({ id, name });
  expect(members).toEqual([named(ana), named(bo)]);
});
