import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ThreadBody, ThreadListBody, ThreadRow } from '../../../../src/protocol/wire/api/threads.ts';
import { largestEnvelope } from '../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { storeJunk } from '../../support/junk.ts';
import { memberOnDuty } from '../../support/member.ts';
import { deskMessage, reporterMessage, sentReferral } from '../../support/referral.ts';
import { emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);
afterEach(() => vi.useRealTimers());

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

async function list({ headers }: OnDuty) {
  return ThreadListBody.parse(await (await ask('/api/desk/threads', { headers })).json()).threads;
}

function take({ headers }: OnDuty, id: string, rev: number): Promise<Response> {
  return ask(`/api/desk/threads/${id}/take`, { json: { rev }, headers });
}

describe('GET /api/desk/threads', () => {
  it('lists what is not closed, oldest first, with the envelopes', async () => {
    const member = await memberOnDuty();
    vi.useFakeTimers({ toFake: ['Date'] });
    const sent = [];
    for (const minute of [3, 1, 2, 4]) {
      vi.setSystemTime(Date.now() + minute * 60_000);
      sent.push(await sentReferral());
      vi.setSystemTime(Date.now() - minute * 60_000);
    }
    const [third, first, second, closed] = sent;
    await env.DB.prepare("UPDATE threads SET state = 'closed' WHERE id = ?").bind(closed?.id).run();
    const rows = await list(member);
    expect(rows.map((row) => row.id)).toEqual([first?.id, second?.id, third?.id]);
    expect(rows[0]).toEqual({
      id: first?.id,
      state: 'new',
      receivedAt: expect.any(Number),
      takenBy: null,
      takenAt: null,
      rev: 0,
      envelope: first?.body.envelope,
      lastFromReporterAt: null,
      lastFromDeskAt: null,
    });
  });

  it('shows all of a flood, page by page, each referral once', async () => {
    const member = await memberOnDuty();
    await storeJunk(600, { bytes: largestEnvelope('threads') });
    const genuine = await sentReferral();
    const seen: string[] = [];
    let next: string | undefined = '';
    let pages = 0;
    for (; next !== undefined; pages++) {
      const query: string = next && `?after=${next}`;
      const answer = await ask(`/api/desk/threads${query}`, { headers: member.headers });
      const page = ThreadListBody.parse(await answer.json());
      expect(page.threads.length).toBeLessThan(260);
      seen.push(...page.threads.map((row) => row.id));
      next = page.next;
    }
    expect(pages).toBe(3);
    expect([new Set(seen).size, seen.length, seen.at(-1)]).toEqual([601, 601, genuine.id]);
  });

  it.each(['x', '1.', '.AAAAAAAAAAAAAAAAAAAAAA', '1.AAAAAAAAAAAAAAAAAAAAA', "1'--"])(
    'refuses to go on after %s',
    async (after) => {
      const { headers } = await memberOnDuty();
      const answer = await ask(`/api/desk/threads?after=${encodeURIComponent(after)}`, { headers });
      expect(await refusal(answer)).toEqual([400, 'malformed']);
    },
  );

  it('says when each side last wrote', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    vi.useFakeTimers({ toFake: ['Date'] });
    const start = Math.floor(Date.now() / 1000);
    vi.setSystemTime((start + 60) * 1000);
    await ask('/api/mailbox', { json: reporterMessage(referral, 'One'), headers: referral.headers });
    vi.setSystemTime((start + 120) * 1000);
    const answer = { ...deskMessage(referral, 'Two'), rev: 1 };
    await ask(`/api/desk/threads/${referral.id}/messages`, { json: answer, headers: member.headers });
    expect(await list(member)).toMatchObject([
      { lastFromReporterAt: start + 60, lastFromDeskAt: start + 120 },
    ]);
  });
});

describe('GET /api/desk/threads/:id', () => {
  it('shows a referral and its messages in order, though all came in one second', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    vi.useFakeTimers({ toFake: ['Date'] });
    const messages = [];
    for (let turn = 0; turn < 5; turn++) {
      const fromReporter = reporterMessage(referral, `Question ${turn}`);
      await ask('/api/mailbox', { json: fromReporter, headers: referral.headers });
      const fromDesk = deskMessage(referral, `Answer ${turn}`);
      const json = { ...fromDesk, rev: 2 * turn + 1 };
      await ask(`/api/desk/threads/${referral.id}/messages`, { json, headers: member.headers });
      messages.push(
        { ...fromReporter, author: 'reporter', member: null },
        { ...fromDesk, author: 'desk', member: { id: member.id, name: member.name } },
      );
    }
    const answer = await ask(`/api/desk/threads/${referral.id}`, { headers: member.headers });
    const thread = ThreadBody.parse(await answer.json());
    expect(thread.thread).toMatchObject({ id: referral.id, state: 'open', rev: 10 });
    expect(thread.messages).toMatchObject(messages);
  });

  it.each([randomId(), 'x', '%00', '__proto__'])('does not know %s', async (id) => {
    const { headers } = await memberOnDuty();
    expect(await refusal(await ask(`/api/desk/threads/${id}`, { headers }))).toEqual([404, 'not_found']);
  });
});

describe('POST /api/desk/threads/:id/take', () => {
  it('lets a member take a new referral, and answers the row', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const answer = await take(member, id, 0);
    expect(answer.status).toBe(200);
    const row = ThreadRow.parse(await answer.json());
    expect(row).toMatchObject({
      id,
      state: 'taken',
      takenBy: { id: member.id, name: member.name },
      takenAt: expect.any(Number),
      rev: 1,
    });
    expect(await list(member)).toEqual([row]);
  });

  it('answers the same member the same row again', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const first = await (await take(member, id, 0)).json();
    const again = await take(member, id, 0);
    expect([again.status, await again.json()]).toEqual([200, first]);
  });

  it('lets one of two members at once take it, and tells the other', async () => {
    const members = await Promise.all([memberOnDuty(), memberOnDuty()]);
    const referrals = await Promise.all(Array.from({ length: 8 }, () => sentReferral()));
    for (const { id } of referrals) {
      const answers = await Promise.all(members.map((member) => take(member, id, 0)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const [taken] = answers.filter((answer) => answer.status === 200);
      const { takenBy, rev } = ThreadRow.parse(await taken?.json());
      const winner = members[answers.findIndex((answer) => answer.status === 200)];
      expect([takenBy?.id, rev]).toEqual([winner?.id, 1]);
    }
  });

  it('refuses who has not seen the newest revision', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    await ask('/api/mailbox', { json: reporterMessage(referral, 'Wait'), headers: referral.headers });
    expect(await refusal(await take(member, referral.id, 0))).toEqual([409, 'changed']);
    expect(await list(member)).toMatchObject([{ state: 'new', takenBy: null, rev: 1 }]);
    expect((await take(member, referral.id, 1)).status).toBe(200);
  });

  it('refuses another member though the revision is current', async () => {
    const [member, other] = await Promise.all([memberOnDuty(), memberOnDuty()]);
    const { id } = await sentReferral();
    await take(member, id, 0);
    expect(await refusal(await take(other, id, 1))).toEqual([409, 'changed']);
    expect(await list(other)).toMatchObject([{ takenBy: { id: member.id }, rev: 1 }]);
  });

  it('does not know other ids', async () => {
    const member = await memberOnDuty();
    expect(await refusal(await take(member, randomId(), 0))).toEqual([404, 'not_found']);
  });

  it.each([{}, { rev: '0' }, { rev: 0.5 }, null])('refuses the body %j', async (json) => {
    const { headers } = await memberOnDuty();
    const { id } = await sentReferral();
    const answer = await ask(`/api/desk/threads/${id}/take`, { json, headers });
    expect(await refusal(answer)).toEqual([400, 'malformed']);
  });
});
