import { beforeEach, describe, expect, it } from 'vitest';
import { ThreadBody } from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { BUCKETS, LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import { deskMessage, noise, reporterMessage, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { take } from '../../support/standing.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;

function send({ headers }: OnDuty, id: string, json: unknown): Promise<Response> {
  return ask(`/api/desk/threads/${id}/messages`, { json, headers });
}

/** A referral that a member has taken: its revision is 1. */
async function takenReferral(member: OnDuty) {
  const referral = await sentReferral();
  expect((await take(member, referral.id, 0)).status).toBe(200);
  return referral;
}

async function threadOf({ headers }: OnDuty, id: string): Promise<ThreadBody> {
  return ThreadBody.parse(await (await ask(`/api/desk/threads/${id}`, { headers })).json());
}

describe('POST /api/desk/threads/:id/messages', () => {
  it('stores an answer and opens the referral', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    await take(member, referral.id, 0);
    const message = deskMessage(referral, 'We can call you at 9.');
    expect((await send(member, referral.id, { ...message, rev: 1 })).status).toBe(201);
    const thread = await threadOf(member, referral.id);
    expect(thread.thread).toMatchObject({ state: 'open', rev: 2, takenBy: { id: member.id } });
    const by = { id: member.id, name: member.name };
    expect(thread.messages).toMatchObject([{ ...message, author: 'desk', member: by }]);
  });

  it('leaves a thread with whoever took it, whoever else answers', async () => {
    const [member, other] = await Promise.all([memberOnDuty(), memberOnDuty()]);
    const referral = await takenReferral(member);
    await send(member, referral.id, { ...deskMessage(referral, 'Hello'), rev: 1 });
    await send(other, referral.id, { ...deskMessage(referral, 'Me too'), rev: 2 });
    const thread = await threadOf(member, referral.id);
    expect(thread.thread).toMatchObject({ takenBy: { id: member.id }, takenAt: expect.any(Number) });
    expect(thread.messages.map((message) => message.member?.id)).toEqual([member.id, other.id]);
  });

  it('takes no answer where nobody has the thread: who has it is said by a member alone', async () => {
    const member = await memberOnDuty();
    const referral = await sentReferral();
    const answer = { ...deskMessage(referral, 'Hello'), rev: 0 };
    expect(await refusal(await send(member, referral.id, answer))).toEqual([409, 'changed']);
    expect((await threadOf(member, referral.id)).thread).toMatchObject({ state: 'new', rev: 0 });
  });

  it.each([0, 2])('takes none that says to be number %i of the desk where it is the first', async (seq) => {
    const member = await memberOnDuty();
    const referral = await takenReferral(member);
    const answer = { ...deskMessage(referral, 'Hello'), seq, rev: 1 };
    expect((await send(member, referral.id, answer)).status).toBe(seq === 0 ? 400 : 409);
    expect(await countRows('messages')).toBe(0);
  });

  it('answers 200 to the same answer again, though the revision has moved on', async () => {
    const member = await memberOnDuty();
    const referral = await takenReferral(member);
    const answer = { ...deskMessage(referral, 'Once'), rev: 1 };
    expect((await send(member, referral.id, answer)).status).toBe(201);
    await ask('/api/mailbox', { json: reporterMessage(referral, 'Thanks'), headers: referral.headers });
    expect((await send(member, referral.id, answer)).status).toBe(200);
    expect((await send(member, referral.id, { ...answer, rev: 3 })).status).toBe(200);
    expect(await countRows('messages')).toBe(2);
    expect((await threadOf(member, referral.id)).thread.rev).toBe(3);
  });

  it('makes one row of ten identical answers at once', async () => {
    const member = await memberOnDuty();
    const referral = await takenReferral(member);
    const answer = { ...deskMessage(referral, 'Once'), rev: 1 };
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(member, referral.id, answer)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect((await threadOf(member, referral.id)).thread.rev).toBe(2);
  });

  it('lets one of two members at once answer what both saw, and tells the other', async () => {
    const members = await Promise.all([memberOnDuty(), memberOnDuty()]);
    const [first] = members;
    const referral = await takenReferral(first);
    const both = members.map((member) => ({ ...deskMessage(referral, member.name), seq: 1, rev: 1 }));
    const answers = await Promise.all(members.map((member, index) => send(member, referral.id, both[index])));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [refused] = answers.filter(({ status }) => status === 409);
    expect(await refused?.json()).toEqual({ error: { code: 'changed' } });
    expect(await countRows('messages')).toBe(1);
  });

  it('refuses who has not seen what the reporter wrote since', async () => {
    const member = await memberOnDuty();
    const referral = await takenReferral(member);
    await ask('/api/mailbox', { json: reporterMessage(referral, "Don't call!"), headers: referral.headers });
    const answer = { ...deskMessage(referral, 'We call now'), rev: 1 };
    expect(await refusal(await send(member, referral.id, answer))).toEqual([409, 'changed']);
    expect(await countRows('messages')).toBe(1);
  });

  it('refuses other bytes under a known id, and the id of a message of another thread', async () => {
    const member = await memberOnDuty();
    const [referral, other] = [await takenReferral(member), await takenReferral(member)];
    const message = deskMessage(referral, 'First');
    await send(member, referral.id, { ...message, rev: 1 });
    const changed = { ...deskMessage(referral, 'Second'), id: message.id };
    expect(await refusal(await send(member, referral.id, { ...changed, rev: 2 }))).toEqual([409, 'conflict']);
    expect(await refusal(await send(member, other.id, { ...message, rev: 1 }))).toEqual([409, 'conflict']);
    expect((await threadOf(member, other.id)).thread).toMatchObject({ state: 'taken', rev: 1 });
  });

  it.each(BUCKETS.filter((bucket) => bucket <= LARGEST_BUCKET.messages))(
    'takes an envelope of %i bytes of plaintext, and none a byte longer or shorter',
    async (bucket) => {
      const member = await memberOnDuty();
      const { id } = await takenReferral(member);
      const answer = (more: number) => ({
        id: randomId(),
        envelope: noise(AUTHENTICATED_BOX, bucket, more),
        seq: 1,
        rev: 1,
      });
      expect(await refusal(await send(member, id, answer(-1)))).toEqual([400, 'envelope_size']);
      expect(await refusal(await send(member, id, answer(1)))).toEqual([400, 'envelope_size']);
      expect((await send(member, id, answer(0))).status).toBe(201);
    },
  );

  it('refuses a sealed box, which anyone could have made', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const sealed = { id: randomId(), envelope: noise(SEALED_BOX, 1024), seq: 1, rev: 0 };
    expect(await refusal(await send(member, id, sealed))).toEqual([400, 'envelope_version']);
    expect(await countRows('messages')).toBe(0);
  });

  it('does not know other referrals', async () => {
    const member = await memberOnDuty();
    const answer = { id: randomId(), envelope: noise(AUTHENTICATED_BOX, 1024), seq: 1, rev: 0 };
    expect(await refusal(await send(member, randomId(), answer))).toEqual([404, 'not_found']);
  });
});
