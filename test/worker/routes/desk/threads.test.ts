import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_BYTES } from '../../../../src/protocol/wire/api/fields.ts';
import {
  EnvelopesBody,
  LIST_ROWS,
  MOST_ASKED,
  ThreadBody,
  ThreadListBody,
} from '../../../../src/protocol/wire/api/threads.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, askWith, refusal } from '../../support/ask.ts';
import { countedStore } from '../../support/counted-store.ts';
import { storeJunk } from '../../support/junk.ts';
import { memberOnDuty } from '../../support/member.ts';
import { deskMessage, noiseMessages, reporterMessage, sentReferral } from '../../support/referral.ts';
import { emptyStore } from '../../support/rows.ts';
import { take } from '../../support/standing.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

async function listed({ headers }: OnDuty, query = ''): Promise<ThreadListBody> {
  return ThreadListBody.parse(await (await ask(`/api/desk/threads${query}`, { headers })).json());
}

const list = async (member: OnDuty) => (await listed(member)).threads;

describe('GET /api/desk/threads', () => {
  it('lists what is not closed, as it came, without any envelope', async () => {
    const member = await memberOnDuty();
    const sent = [await sentReferral(), await sentReferral(), await sentReferral()];
    const [first, closed, last] = sent;
    await env.DB.prepare("UPDATE threads SET state = 'closed', closed_day = 20000 WHERE id = ?")
      .bind(closed?.id)
      .run();
    const rows = await list(member);
    expect(rows.map((row) => row.id)).toEqual([first?.id, last?.id]);
    const envelope = fromBase64url(first?.body.envelope ?? '') ?? new Uint8Array();
    expect(rows[0]).toEqual({
      id: first?.id,
      changed: expect.any(Number),
      state: 'new',
      receivedAt: expect.any(Number),
      rev: 0,
      bytes: envelope.length,
      digest: toBase64url(digestOf(envelope)),
    });
  });

  it('tells who knows a number only what changed since, in less than a kilobyte where nothing did', async () => {
    const member = await memberOnDuty();
    const [taken] = [await sentReferral(), await sentReferral()];
    const first = await listed(member);
    expect(first).toMatchObject({ more: false, thrown: [] });
    await take(member, taken?.id ?? '', 0);
    const second = await listed(member, `?since=${first.cursor}`);
    expect(second.threads).toMatchObject([{ id: taken?.id, takenBy: { id: member.id }, rev: 1 }]);
    expect(second).toMatchObject({ more: false, thrown: [], cursor: second.threads[0]?.changed });
    const path = `/api/desk/threads?since=${second.cursor}`;
    const nothing = await (await ask(path, { headers: member.headers })).text();
    expect(ThreadListBody.parse(JSON.parse(nothing))).toMatchObject({ threads: [], gone: [], more: false });
    expect(nothing.length).toBeLessThan(200);
  });

  it('reads next to nothing of the store where nothing changed, however much there is', async () => {
    const member = await memberOnDuty();
    await storeJunk(1200);
    await storeJunk(900, { thrownId: randomId(), thrownBy: member.id });
    const { cursor } = await listed(member, '?since=5000');
    const { db, read } = countedStore();
    const asked = { headers: member.headers };
    const answer = await askWith({ DB: db }, `/api/desk/threads?since=${cursor}`, asked);
    expect(ThreadListBody.parse(await answer.json())).toMatchObject({ threads: [], gone: [] });
    // The session, who has it, and that nothing changed.
    expect(read()).toBe(3);
  });

  it('says what was deleted by the person', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    const { cursor } = await listed(member);
    await ask('/api/mailbox', { method: 'DELETE', headers: referral.headers });
    expect((await listed(member, `?since=${cursor}`)).gone).toEqual([
      { id: referral.id, receivedAt: expect.any(Number), deletedAt: expect.any(Number) },
    ]);
    expect((await listed(member)).threads).toEqual([]);
  });

  it('shows all of a flood, page by page, each referral once', async () => {
    const member = await memberOnDuty();
    await storeJunk(LIST_ROWS + 100);
    const genuine = await sentReferral();
    const first = await listed(member);
    expect([first.threads.length, first.more, first.thrown]).toEqual([LIST_ROWS, true, undefined]);
    const second = await listed(member, `?since=${first.cursor}`);
    expect([second.threads.length, second.more, second.thrown]).toEqual([101, false, []]);
    expect(second.threads.at(-1)?.id).toBe(genuine.id);
  });

  it.each(['x', '1.', '-1', '', '1e3', '9'.repeat(16), "1'--"])('refuses to go on from %s', async (since) => {
    const { headers } = await memberOnDuty();
    const answer = await ask(`/api/desk/threads?since=${encodeURIComponent(since)}`, { headers });
    expect(await refusal(answer)).toEqual([400, 'malformed']);
  });

  it('says when each side last wrote', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Math.floor(Date.now() / 1000);
    vi.setSystemTime((start + 60) * 1000);
    await ask('/api/mailbox', { json: reporterMessage(referral, 'One'), headers: referral.headers });
    vi.setSystemTime((start + 120) * 1000);
    await take(member, referral.id, 1);
    const answer = { ...deskMessage(referral, 'Two'), rev: 2 };
    await ask(`/api/desk/threads/${referral.id}/messages`, { json: answer, headers: member.headers });
    expect(await list(member)).toMatchObject([
      {
        ...{ lastFromReporterAt: start + 60, lastFromReporterRev: 1 },
        ...{ lastFromDeskAt: start + 120, lastFromDeskRev: 3 },
      },
    ]);
  });
});

describe('GET /api/desk/threads/:id', () => {
  it('shows a referral and its messages in order, though all came in one second', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    await take(member, referral.id, 0);
    vi.useFakeTimers({ toFake: ['Date'] });
    const messages = [];
    for (let turn = 0; turn < 5; turn++) {
      const fromReporter = reporterMessage(referral, `Question ${turn}`);
      await ask('/api/mailbox', { json: fromReporter, headers: referral.headers });
      const fromDesk = deskMessage(referral, `Answer ${turn}`);
      const json = { ...fromDesk, rev: 2 * turn + 2 };
      await ask(`/api/desk/threads/${referral.id}/messages`, { json, headers: member.headers });
      const { prev, mac, ...shown } = fromReporter;
      messages.push(
        { ...shown, author: 'reporter', member: null },
        { ...fromDesk, author: 'desk', member: { id: member.id, name: member.name } },
      );
    }
    const answer = await ask(`/api/desk/threads/${referral.id}`, { headers: member.headers });
    const thread = ThreadBody.parse(await answer.json());
    expect(thread.thread).toMatchObject({ id: referral.id, state: 'open', rev: 11 });
    expect(thread.messages).toMatchObject(messages);
  });

  it.each([randomId(), 'x', '%00', '__proto__'])('does not know %s', async (id) => {
    const { headers } = await memberOnDuty();
    expect(await refusal(await ask(`/api/desk/threads/${id}`, { headers }))).toEqual([404, 'not_found']);
  });
});

describe('GET /api/desk/threads/:id, page by page', () => {
  it('goes on behind a revision', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    for (const json of noiseMessages(referral, LARGEST_BUCKET.messages, 8)) {
      expect((await ask('/api/mailbox', { json, headers: referral.headers })).status).toBe(201);
    }
    const revs: number[] = [];
    for (let after: number | undefined; ; ) {
      const query = after === undefined ? '' : `?after=${after}`;
      const answer = await ask(`/api/desk/threads/${referral.id}${query}`, { headers: member.headers });
      const text = await answer.text();
      expect(text.length).toBeLessThan(PAGE_BYTES);
      const body = ThreadBody.parse(JSON.parse(text));
      expect(body.thread.rev).toBe(8);
      revs.push(...body.messages.map(({ rev }) => rev));
      after = body.next;
      if (after === undefined) break;
    }
    expect(revs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('refuses to go on from what is no revision', async () => {
    const { headers } = await memberOnDuty();
    const answer = await ask(`/api/desk/threads/${randomId()}?after=-1`, { headers });
    expect(await refusal(answer)).toEqual([400, 'malformed']);
  });
});

describe('POST /api/desk/envelopes', () => {
  it('gives what began the threads that are there', async () => {
    const { headers } = await memberOnDuty();
    const [one, two] = [await sentReferral(), await sentReferral()];
    const json = { ids: [two.id, randomId(), one.id] };
    const answer = await ask('/api/desk/envelopes', { json, headers });
    const { envelopes } = EnvelopesBody.parse(await answer.json());
    expect(new Map(envelopes.map(({ id, envelope }) => [id, envelope]))).toEqual(
      new Map([one, two].map(({ id, body }) => [id, body.envelope])),
    );
  });
});

describe('POST /api/desk/threads/read', () => {
  it('marks once, and tells the others without asking for a new revision', async () => {
    const [ana, bo] = [await memberOnDuty(), await memberOnDuty()];
    const { id } = await sentReferral();
    const { cursor } = await listed(bo);
    const mark = async ({ headers }: OnDuty) =>
      (await ask('/api/desk/threads/read', { json: { ids: [id, randomId()] }, headers })).json();
    expect(await mark(ana)).toEqual({ ok: true, count: 1 });
    expect(await mark(bo)).toEqual({ ok: true, count: 0 });
    const { threads } = await listed(bo, `?since=${cursor}`);
    expect(threads).toMatchObject([{ id, rev: 0, readAt: expect.any(Number) }]);
    expect((await take(bo, id, 0)).status).toBe(200);
  });
});

describe('what asks for many', () => {
  it.each(['envelopes', 'threads/read'])('/api/desk/%s takes so many ids and no more', async (path) => {
    const { headers } = await memberOnDuty();
    const some = (count: number) => ({ ids: Array.from({ length: count }, () => randomId()) });
    const asked = async (json: unknown) => (await ask(`/api/desk/${path}`, { json, headers })).status;
    expect(await asked(some(MOST_ASKED))).toBe(200);
    for (const json of [some(0), some(MOST_ASKED + 1), { ids: ['x'] }, {}])
      expect(await asked(json)).toBe(400);
  });
});
