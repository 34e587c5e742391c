import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../../../functions/sweep.ts';
import { HANDOFF_TIME, HandoffsBody } from '../../../../src/protocol/wire/api/handoffs.ts';
import { ThreadBody, ThreadListBody } from '../../../../src/protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, SEALED_BOX } from '../../../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../../src/protocol/wire/padding.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { ask, refusal } from '../../support/ask.ts';
import { handOff, newHandoff } from '../../support/handing-on.ts';
import { memberOnDuty } from '../../support/member.ts';
import { noise, sentReferral } from '../../support/referral.ts';
import { countRows, emptyStore } from '../../support/rows.ts';

beforeEach(emptyStore);

type OnDuty = Awaited<ReturnType<typeof memberOnDuty>>;
type Code = Awaited<ReturnType<typeof newHandoff>>;

const read = ({ headers }: Code) => ask('/api/handoff', { headers });
const accept = ({ headers }: Code) => ask('/api/handoff/accept', { method: 'POST', headers });
const revoke = ({ headers }: OnDuty, id: string) =>
  ask(`/api/desk/handoffs/${id}/revoke`, { json: {}, headers });
const listed = async ({ headers }: OnDuty, thread: string) =>
  HandoffsBody.parse(await (await ask(`/api/desk/threads/${thread}/handoffs`, { headers })).json()).handoffs;
const expire = (id: string) =>
  env.DB.prepare('UPDATE handoffs SET made_at = 1, expires_at = unixepoch() WHERE id = ?').bind(id).run();

async function handedOff() {
  const member = await memberOnDuty();
  const referral = await sentReferral();
  const thread = referral.id;
  const code = await newHandoff();
  const answer = await handOff(member, thread, code.body);
  if (answer.status !== 201) throw new Error(`The handoff was refused: ${answer.status}`);
  return { member, thread, referral, code, id: code.body.id };
}

describe('passing a thread on', () => {
  it('is stored once, and listed with what the centre keeps of it', async () => {
    const { member, thread, code } = await handedOff();
    expect((await handOff(member, thread, code.body)).status).toBe(200);
    const [handoff, ...more] = await listed(member, thread);
    expect(more).toEqual([]);
    expect(handoff).toEqual({
      ...{ id: code.body.id, own: code.body.own, member: { id: member.id, name: member.name } },
      ...{ madeAt: expect.any(Number), expiresAt: (handoff?.madeAt ?? 0) + HANDOFF_TIME },
    });
  });

  it('takes two envelopes of the largest size', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const { body } = await newHandoff(LARGEST_BUCKET.handoffs);
    expect((await handOff(member, id, body)).status).toBe(201);
  });

  it('refuses other bytes under the same id, and the same id in another thread', async () => {
    const { member, thread, code, id } = await handedOff();
    const other = await newHandoff();
    expect(await refusal(await handOff(member, thread, { ...other.body, id }))).toEqual([409, 'conflict']);
    expect(
      await refusal(await handOff(member, thread, { ...other.body, mailbox: code.body.mailbox })),
    ).toEqual([409, 'conflict']);
    const elsewhere = await sentReferral();
    expect(await refusal(await handOff(member, elsewhere.id, code.body))).toEqual([409, 'conflict']);
    expect(await countRows('handoffs')).toBe(1);
  });

  it('refuses what the centre did not seal, in either place, and a thread that is not there', async () => {
    const member = await memberOnDuty();
    const { id } = await sentReferral();
    const { body } = await newHandoff();
    for (const part of ['envelope', 'own'] as const) {
      const forged = { ...body, [part]: noise(SEALED_BOX, 1024) };
      expect(await refusal(await handOff(member, id, forged))).toEqual([400, 'envelope_version']);
      const long = { ...body, [part]: noise(AUTHENTICATED_BOX, LARGEST_BUCKET.handoffs, 1) };
      expect(await refusal(await handOff(member, id, long))).toEqual([400, 'envelope_size']);
    }
    expect(await refusal(await handOff(member, randomId(), body))).toEqual([404, 'not_found']);
    const nowhere = await ask(`/api/desk/threads/${randomId()}/handoffs`, { headers: member.headers });
    expect(nowhere.status).toBe(404);
  });

  it('goes with its thread', async () => {
    const { code, thread } = await handedOff();
    await env.DB.prepare('DELETE FROM threads WHERE id = ?').bind(thread).run();
    expect(await countRows('handoffs')).toBe(0);
    expect((await read(code)).status).toBe(401);
  });
});

describe('who has the code', () => {
  it('reads it as it was sealed, and says once that they have it', async () => {
    const { member, thread, code, id } = await handedOff();
    const { envelope, salt } = code.body;
    expect(await (await read(code)).json()).toMatchObject({ ok: true, id, envelope, salt });
    expect(await listed(member, thread)).toMatchObject([{ id, openedAt: expect.any(Number) }]);
    const first = await (await accept(code)).json();
    expect(first).toEqual({ ok: true, id, acceptedAt: expect.any(Number) });
    await env.DB.prepare(
      'UPDATE handoffs SET opened_at = opened_at - 9, accepted_at = accepted_at - 9',
    ).run();
    const [opened] = await listed(member, thread);
    expect(await (await accept(code)).json()).toMatchObject({ acceptedAt: opened?.acceptedAt });
    expect(await (await read(code)).json()).toMatchObject({ acceptedAt: opened?.acceptedAt });
  });

  it('hears the same whether it is wrong, expired, revoked, or of a mailbox', async () => {
    const [expired, revoked] = [await handedOff(), await handedOff()];
    await expire(expired.id);
    await revoke(revoked.member, revoked.id);
    const { headers } = await sentReferral();
    const wrong = await newHandoff();
    const codes = [wrong, expired.code, revoked.code, { ...wrong, headers }];
    for (const asked of [read, accept]) {
      const answers = await Promise.all(codes.map(asked));
      const seen = await Promise.all(
        answers.map(async (answer) => [answer.status, [...answer.headers], await answer.text()]),
      );
      expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(seen[0]?.[0]).toBe(401);
    }
    expect((await ask('/api/mailbox', { headers: expired.code.headers })).status).toBe(401);
  });

  it('is not heard after a revocation, nor is a revocation after them; of both at once one counts', async () => {
    const { member, thread, code, id } = await handedOff();
    const [accepted, revoked] = await Promise.all([accept(code), revoke(member, id)]);
    const [handoff] = await listed(member, thread);
    if (accepted.status === 200) {
      expect(await refusal(revoked)).toEqual([409, 'changed']);
      expect(handoff).not.toHaveProperty('revokedAt');
    } else {
      expect([accepted.status, revoked.status]).toEqual([401, 200]);
      expect(handoff).not.toHaveProperty('acceptedAt');
    }
    const later = await handedOff();
    await accept(later.code);
    expect(await refusal(await revoke(later.member, later.id))).toEqual([409, 'changed']);
    expect((await read(later.code)).status).toBe(200);
    expect((await revoke(later.member, randomId())).status).toBe(404);
  });
});

describe('what is kept', () => {
  const sealedOf = (id: string) =>
    env.DB.prepare('SELECT length(sealed) AS n, length(own) AS own FROM handoffs WHERE id = ?')
      .bind(id)
      .first();

  it('of what is revoked or expired is what the centre keeps, and nothing that the code opens', async () => {
    const [revoked, expired, current] = [await handedOff(), await handedOff(), await handedOff()];
    await revoke(revoked.member, revoked.id);
    expect((await revoke(revoked.member, revoked.id)).status).toBe(200);
    await expire(expired.id);
    await sweep(env, Math.floor(Date.now() / 1000));
    for (const { id } of [revoked, expired])
      expect(await sealedOf(id)).toEqual({ n: null, own: expect.any(Number) });
    expect(await sealedOf(current.id)).toMatchObject({ n: expect.any(Number) });
  });

  it('of a thread that the person deleted is that another centre has some of it, where one accepted', async () => {
    const [accepted, unread] = [await handedOff(), await handedOff()];
    await read(accepted.code);
    await accept(accepted.code);
    for (const { referral } of [accepted, unread])
      expect((await ask('/api/mailbox', { method: 'DELETE', headers: referral.headers })).status).toBe(200);
    const gone = async () => {
      const list = await ask('/api/desk/threads', { headers: accepted.member.headers });
      return ThreadListBody.parse(await list.json()).gone.map(({ id, handedAt }) => [id, handedAt]);
    };
    const told = [
      [accepted.thread, expect.any(Number)],
      [unread.thread, undefined],
    ];
    expect(await gone()).toEqual(told);
    // Also where D1 was set back, and learns of it from the second store.
    await env.DB.prepare('DELETE FROM tombstones').run();
    await sweep(env, Math.floor(Date.now() / 1000));
    expect(new Map((await gone()) as [string, unknown][])).toEqual(new Map(told as [string, unknown][]));
  });

  it('is a change of the thread each time, which leaves its revision alone', async () => {
    const { member, thread, code, id } = await handedOff();
    const rowOf = async () =>
      ThreadBody.parse(await (await ask(`/api/desk/threads/${thread}`, member)).json()).thread;
    const made = await rowOf();
    expect(made).toMatchObject({ rev: 0, handed: { madeAt: expect.any(Number) } });
    expect(made.handed).not.toHaveProperty('openedAt');
    await read(code);
    const opened = await rowOf();
    await read(code);
    expect((await rowOf()).changed).toBe(opened.changed);
    expect(opened.handed).toHaveProperty('openedAt');
    await accept(code);
    const list = await ask(`/api/desk/threads?since=${opened.changed}`, { headers: member.headers });
    expect(ThreadListBody.parse(await list.json()).threads).toMatchObject([
      { id: thread, rev: 0, handed: { acceptedAt: expect.any(Number) } },
    ]);
    const again = await newHandoff();
    await handOff(member, thread, again.body);
    await env.DB.prepare('UPDATE handoffs SET made_at = made_at - 9 WHERE id = ?').bind(id).run();
    expect((await rowOf()).handed).not.toHaveProperty('acceptedAt');
    await revoke(member, again.body.id);
    expect((await rowOf()).handed).toHaveProperty('acceptedAt');
    expect(await listed(member, thread)).toMatchObject([{ id: again.body.id }, { id }]);
  });
});
