import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { readMailboxSecrets } from '../../../../functions/secrets/mailbox-secrets.ts';
import { hashMailbox } from '../../../../functions/secrets/stored-mailbox.ts';
import { openSealed } from '../../../../src/protocol/keys/open-sealed-box.ts';
import { openAnswer } from '../../../../src/protocol/seal/authenticated-box.ts';
import { MailboxBody } from '../../../../src/protocol/wire/api/mailbox.ts';
import { fromBase64url, toBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../../src/protocol/wire/digest.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { memberOnDuty } from '../../support/member.ts';
import {
  centre,
  deskMessage,
  newReferral,
  noise,
  reporterMessage,
  sentReferral,
  type TestReferral,
} from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';
import { close, take } from '../../support/standing.ts';

beforeEach(emptyStore);

async function read({ headers }: TestReferral): Promise<MailboxBody> {
  return MailboxBody.parse(await (await ask('/api/mailbox', { headers })).json());
}

function send({ headers }: TestReferral, json: unknown): Promise<Response> {
  return ask('/api/mailbox', { json, headers });
}

describe('GET /api/mailbox', () => {
  it('shows a new referral', async () => {
    const referral = await sentReferral();
    expect(await read(referral)).toMatchObject({
      thread: referral.id,
      salt: referral.body.salt,
      state: 'new',
      messages: [],
    });
  });

  it("shows the desk's answers, which open, and of the reporter's own messages when they came and where they stand", async () => {
    const referral = await sentReferral();
    const member = await memberOnDuty();
    const { headers } = member;
    const question = reporterMessage(referral, 'Are you there?');
    const answer = deskMessage(referral, 'Yes. We are.');
    const thanks = reporterMessage(referral, 'Thank you.');
    await send(referral, question);
    await take(member, referral.id, 1);
    await ask(`/api/desk/threads/${referral.id}/messages`, { json: { ...answer, rev: 2 }, headers });
    await send(referral, thanks);
    const { state, first, messages } = await read(referral);
    expect([state, first]).toEqual(['open', referral.thread.first]);
    const own = ({ envelope, ...rest }: typeof question) => {
      const digest = toBase64url(digestOf(fromBase64url(envelope) ?? new Uint8Array()));
      return { author: 'reporter', at: expect.any(Number), digest, ...rest };
    };
    expect(messages).toEqual([
      own(question),
      { author: 'desk', id: answer.id, at: expect.any(Number), envelope: answer.envelope },
      own(thanks),
    ]);
    const place = { thread: referral.id, id: answer.id };
    const bytes = fromBase64url(answer.envelope) ?? new Uint8Array();
    const opened = openAnswer(bytes, [centre], referral.mailbox.secretKey, place);
    expect(opened).toMatchObject({ ok: true, item: { text: 'Yes. We are.' } });
  });

  it('shows nobody a mailbox that is not theirs', async () => {
    const [one, other] = [await sentReferral(), await sentReferral()];
    await send(one, reporterMessage(one, 'For the centre alone'));
    expect(await read(other)).toMatchObject({ thread: other.id, messages: [] });
  });
});

describe('who is not let into a mailbox', () => {
  const missing: [string, Record<string, string>][] = [
    ['no token', {}],
    [
      'an unknown token',
      { Authorization: `Bearer ${toBase64url(crypto.getRandomValues(new Uint8Array(32)))}` },
    ],
    ['a token that is too short', { Authorization: 'Bearer AAAA' }],
    ['no base64url', { Authorization: 'Bearer ====' }],
    ['another scheme', { Authorization: 'Basic QTpC' }],
  ];

  it.each([
    ['GET', '/api/mailbox'],
    ['POST', '/api/mailbox'],
    ['DELETE', '/api/mailbox'],
    ['POST', '/api/mailbox/delete'],
  ])('gives each of them the same answer to %s %s, header by header', async (method, path) => {
    await sentReferral();
    const json = method === 'POST' ? { json: reporterMessage(await newReferral(), 'Ana') } : {};
    const answers = await Promise.all(
      missing.map(async ([, headers]) => {
        const answer = await ask(path, { method, headers, ...json });
        return [answer.status, await answer.text(), [...answer.headers]];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.slice(0, 2)).toEqual([401, '{"error":{"code":"unauthorized"}}']);
    expect(await countRows('threads')).toBe(1);
    expect(await countRows('messages')).toBe(0);
  });

  it('gives no malformed token the mailbox of another one', async () => {
    const referral = await sentReferral();
    const zeros = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(32)));
    const empty = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array()));
    const secrets = readMailboxSecrets(env);
    if (!secrets) throw new Error('The tests have no secret.');
    for (const mailbox of [zeros, empty]) {
      const [hash] = await hashMailbox(secrets, mailbox);
      await env.DB.prepare('UPDATE threads SET mailbox_hash = ? WHERE id = ?').bind(hash, referral.id).run();
      for (const [, headers] of missing) {
        expect((await ask('/api/mailbox', { headers })).status).toBe(401);
      }
    }
  });
});

describe('POST /api/mailbox', () => {
  it('stores a message once, so that the centre can open it', async () => {
    const referral = await sentReferral();
    const message = reporterMessage(referral, 'I moved.');
    expect((await send(referral, message)).status).toBe(201);
    expect((await send(referral, message)).status).toBe(200);
    const row = await env.DB.prepare('SELECT sealed FROM messages').first<number[]>('sealed');
    const place = { thread: referral.id, id: message.id };
    const opened = openSealed(Uint8Array.from(row ?? []), [centre], place);
    expect(opened).toMatchObject({ ok: true, item: { text: 'I moved.' } });
    expect(await countRows('messages')).toBe(1);
  });

  it('makes one row of 20 identical sends at once, and counts one change', async () => {
    const referral = await sentReferral();
    const message = reporterMessage(referral, 'Twice, by mistake');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(referral, message)));
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(await countRows('messages')).toBe(1);
    expect(await env.DB.prepare('SELECT rev FROM threads').first('rev')).toBe(1);
  });

  it('stores one of 20 that stand in one place, and tells the others', async () => {
    const referral = await sentReferral();
    const message = reporterMessage(referral, 'Message');
    const all = Array.from({ length: 20 }, () => ({ ...message, id: randomId() }));
    const answers = await Promise.all(all.map((one) => send(referral, one)));
    const refused = answers.filter((answer) => answer.status !== 201);
    expect(await Promise.all(refused.map(refusal))).toEqual(
      Array.from({ length: 19 }, () => [409, 'changed']),
    );
    expect((await read(referral)).messages).toHaveLength(1);
    expect(await env.DB.prepare('SELECT rev FROM threads').first('rev')).toBe(1);
  });

  it('takes only what stands behind the envelope before it', async () => {
    const referral = await sentReferral();
    const [one, two] = [reporterMessage(referral, 'One'), reporterMessage(referral, 'Two')];
    const refused = async (json: unknown) => refusal(await send(referral, json));
    expect(await refused(two)).toEqual([409, 'changed']);
    expect(await refused({ ...one, prev: 'A'.repeat(43) })).toEqual([409, 'changed']);
    expect((await send(referral, one)).status).toBe(201);
    expect(await refused({ ...two, prev: one.prev })).toEqual([409, 'changed']);
    expect(await refused({ ...two, seq: 3 })).toEqual([409, 'changed']);
    expect((await send(referral, two)).status).toBe(201);
  });

  it.each([{ seq: 0 }, { seq: 1.5 }, { prev: 'A' }, { mac: '' }, { mac: undefined }])(
    'refuses %j',
    async (fields) => {
      const referral = await sentReferral();
      const json = { ...reporterMessage(referral, 'One'), ...fields };
      expect(await refusal(await send(referral, json))).toEqual([400, 'malformed']);
    },
  );

  it('refuses other bytes under a known id', async () => {
    const referral = await sentReferral();
    const message = reporterMessage(referral, 'First');
    await send(referral, message);
    const other = { ...reporterMessage(referral, 'Second'), id: message.id };
    expect(await refusal(await send(referral, other))).toEqual([409, 'conflict']);
  });

  it("refuses the id of another mailbox's message, even with its bytes", async () => {
    const [one, other] = [await sentReferral(), await sentReferral()];
    const message = reporterMessage(one, 'Mine');
    await send(one, message);
    expect(await refusal(await send(other, message))).toEqual([409, 'conflict']);
    expect((await read(other)).messages).toEqual([]);
  });

  it('refuses an envelope that only the desk may write, and one of no bucket', async () => {
    const referral = await sentReferral();
    const message = reporterMessage(referral, 'One');
    const boxed = { ...message, envelope: noise(AUTHENTICATED_BOX, 1024) };
    expect(await refusal(await send(referral, boxed))).toEqual([400, 'envelope_version']);
    const long = { ...message, envelope: noise(SEALED_BOX, 1024, 1) };
    expect(await refusal(await send(referral, long))).toEqual([400, 'envelope_size']);
    expect(await countRows('messages')).toBe(0);
  });

  /** What the desk did before the person writes again, step by step. */
  const answered = async (referral: TestReferral) => {
    const member = await memberOnDuty();
    await take(member, referral.id, 0);
    const json = { ...deskMessage(referral, 'Yes.'), rev: 1 };
    await ask(`/api/desk/threads/${referral.id}/messages`, { json, headers: member.headers });
    return member;
  };
  const BEFORE: [string, (referral: TestReferral) => Promise<unknown>][] = [
    ['new', async () => {}],
    ['taken', async ({ id }) => take(await memberOnDuty(), id, 0)],
    ['open', answered],
  ];

  it.each(BEFORE)('leaves a referral %s as it is', async (state, before) => {
    const referral = await sentReferral();
    await before(referral);
    expect((await read(referral)).state).toBe(state);
    await send(referral, reporterMessage(referral, 'More'));
    expect((await read(referral)).state).toBe(state);
  });

  it('reopens a closed referral, so that the desk sees the message, as answered as it was', async () => {
    const [one, other] = [await sentReferral(), await sentReferral()];
    await close(await answered(one), one.id, 2);
    const member = await memberOnDuty();
    await take(member, other.id, 0);
    await close(member, other.id, 1);
    for (const referral of [one, other]) {
      expect((await read(referral)).state).toBe('closed');
      expect((await send(referral, reporterMessage(referral, 'It began again.'))).status).toBe(201);
    }
    expect((await read(one)).state).toBe('open');
    expect((await read(other)).state).toBe('taken');
  });
});

describe.each([
  ['DELETE', '/api/mailbox'],
  ['POST', '/api/mailbox/delete'],
])('%s %s', (method, path) => {
  it('deletes the referral and every message, and nothing else', async () => {
    const [one, other] = [await sentReferral(), await sentReferral()];
    await send(one, reporterMessage(one, 'Gone soon'));
    await send(other, reporterMessage(other, 'To be kept'));
    const answer = await ask(path, { method, headers: one.headers });
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true, deleted: one.id }]);
    expect(await env.DB.prepare('SELECT id FROM threads').first('id')).toBe(other.id);
    expect(await env.DB.prepare('SELECT thread_id FROM messages').all()).toMatchObject({
      results: [{ thread_id: other.id }],
    });
  });

  it('then knows the mailbox no more', async () => {
    const referral = await sentReferral();
    await ask(path, { method, headers: referral.headers });
    for (const asked of [
      ask(path, { method, headers: referral.headers }),
      ask('/api/mailbox', { headers: referral.headers }),
    ]) {
      expect(await refusal(await asked)).toEqual([401, 'unauthorized']);
    }
  });
});
