import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { onDuty } from '../../../functions/bell/duty-book.ts';
import type { OnDuty } from '../../../functions/bell/on-duty.ts';
import { sweepBell } from '../../../functions/bell/sweep-bell.ts';
import type { Bindings } from '../../../functions/env.ts';
import { moveWaiting } from '../../../functions/intake/move.ts';
import { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { faultyBucket, faultyStore } from '../../faults/stores.ts';
import { newDevice } from '../../support/push-service.ts';
import { askWith } from '../support/ask.ts';
import { memberOnDuty } from '../support/member.ts';
import { newReferral, newRequest, reporterMessage } from '../support/referral.ts';
import { emptyStore } from '../support/rows.ts';
import { type Hung, memberWith, memberWithPush, RINGS, type Sent, withBell } from './hung-bell.ts';

beforeEach(emptyStore);

const NOBODY: OnDuty = { first: null, backup: null, everyone: [] };
const [ana, bo, cy] = await Promise.all(['+32470000001', '+32470000002', '+32470000003'].map(memberWith));
if (!ana || !bo || !cy) throw new Error('No members.');
const di = await memberWithPush('+32470000004');
const PUSHED: OnDuty = { first: di, backup: bo, everyone: [di, bo] };
const TEAM: OnDuty = { first: ana, backup: bo, everyone: [ana, bo, cy] };

/** Sends a referral to the worker of a bell. */
async function refer({ bindings }: Hung) {
  const referral = await newReferral();
  const { id, body } = referral;
  const answer = await askWith(bindings, `/api/referrals/${id}`, { method: 'PUT', json: body });
  expect(answer.status).toBe(201);
  return referral;
}

/** A member who has the list before them looks. */
async function look({ bindings }: Hung): Promise<void> {
  const { headers } = await memberOnDuty();
  const list = await askWith(bindings, '/api/desk/threads', { headers });
  const { cursor } = CONTRACT.desk.threads.answer.parse(await list.json());
  const looked = await askWith(bindings, '/api/desk/bell/look', { headers, json: { upTo: cursor } });
  expect(looked.status).toBe(200);
}

async function standing({ bindings }: Hung) {
  const { headers } = await memberOnDuty();
  const answer = await askWith(bindings, '/api/desk/bell', { headers });
  return CONTRACT.desk.bell.answer.parse(await answer.json());
}

async function pulse({ bindings }: Hung, token = 'pulse'): Promise<number> {
  const answer = await askWith(bindings, '/api/pulse', { headers: { Authorization: `Bearer ${token}` } });
  return answer.status;
}

/** The same where the bell does not answer at all. */
function withoutBell(hung: Hung): Hung {
  const BELL = {
    getByName: () => {
      throw new Error('Durable Object reset.');
    },
  } as unknown as Bindings['BELL'];
  return { ...hung, bindings: { ...hung.bindings, BELL } };
}

const to = (sent: readonly Sent[], what: Sent['to']) => sent.filter((one) => one.to === what);
const called = (sent: readonly Sent[]) =>
  to(sent, 'call').map(({ body }) => new URLSearchParams(body).get('To')?.slice(-1));

describe('what comes from outside rings', () => {
  it('the webhook at once, whoever is on duty, and nothing more until the next step', async () => {
    await withBell(
      () => NOBODY,
      async (hung) => {
        await refer(hung);
        await hung.pass(0);
        expect(hung.sent.map((one) => one.to)).toEqual(['webhook']);
        await hung.pass(119);
        expect(hung.sent).toHaveLength(1);
        await hung.pass(3);
        expect(hung.sent).toHaveLength(2);
      },
      { MAIL_TO: undefined },
    );
  });

  it('the same for a referral, a request and a message: one size, the same words, the same headers', async () => {
    const rung: Sent[] = [];
    await withBell(
      () => NOBODY,
      async (hung) => {
        const referral = await refer(hung);
        await hung.pass(0);
        await look(hung);
        await hung.pass(600);
        const request = await newRequest();
        await askWith(hung.bindings, `/api/referrals/${request.id}`, { method: 'PUT', json: request.body });
        await hung.pass(0);
        await look(hung);
        await hung.pass(600);
        const json = reporterMessage(referral, 'They are here again.');
        const answer = await askWith(hung.bindings, '/api/mailbox', { json, headers: referral.headers });
        expect(answer.status).toBe(201);
        await hung.pass(0);
        rung.push(...hung.sent);
      },
      { MAIL_TO: undefined },
    );
    expect(rung).toHaveLength(3);
    const same = rung.map(({ headers, body }) => ({
      body,
      headers: [...headers].map(([name, value]) => [
        name,
        name.startsWith('webhook-') ? value.length : value,
      ]),
    }));
    expect(same[1]).toEqual(same[0]);
    expect(same[2]).toEqual(same[0]);
    expect(rung[0]?.body).toBe('{"type":"desk.waiting"}');
  });

  it('once for two hundred within a minute, and not at all for what was looked at', async () => {
    await withBell(
      () => NOBODY,
      async (hung) => {
        for (let count = 0; count < 200; count++) {
          await hung.bell.arrived(1);
          if (count === 0) await refer(hung);
          if (count % 20 === 0) await hung.pass(3);
        }
        expect(hung.sent).toHaveLength(1);
        expect(await standing(hung)).toMatchObject({ flood: true });
        await look(hung);
        await hung.pass(3600);
        expect(hung.sent).toHaveLength(1);
      },
      { MAIL_TO: undefined },
    );
  });
});

describe('the ladder', () => {
  it('calls the first, the backup, everyone, and writes to the coordinator, until somebody looks', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        await refer(hung);
        await hung.pass(1);
        // Nobody has a browser that can be pushed to: the call comes at once.
        expect(called(hung.sent)).toEqual(['1']);
        await hung.pass(420);
        expect(called(hung.sent)).toEqual(['1', '2']);
        await hung.pass(300);
        expect(called(hung.sent).slice(2)).toEqual(['1', '2', '3']);
        expect(to(hung.sent, 'mail')).toEqual([]);
        await hung.pass(480);
        expect(to(hung.sent, 'mail')).toHaveLength(1);
        expect(await pulse(hung)).toBe(503);
        await look(hung);
        const before = hung.sent.length;
        await hung.pass(7200, true);
        expect(hung.sent).toHaveLength(before);
        expect(await pulse(hung)).toBe(200);
      },
    );
  });

  it('rests for ten minutes when a member says that they will look, and begins anew when they have not', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        await refer(hung);
        await hung.pass(1);
        const { headers } = await memberOnDuty('Ana Bel');
        const answered = await askWith(hung.bindings, '/api/desk/bell/answer', { headers, json: {} });
        const { ringing } = CONTRACT.desk.answerBell.answer.parse(await answered.json());
        expect(ringing?.answered?.member.name).toBe('Ana Bel');
        await hung.pass(598);
        expect(hung.sent).toHaveLength(2);
        await hung.pass(5);
        expect(called(hung.sent)).toEqual(['1', '1']);
        expect(to(hung.sent, 'webhook')).toHaveLength(2);
      },
    );
  });
});

describe('when something is broken, somebody is reached, or the desk and the pulse say that nobody was:', () => {
  const rows: { what: string; duty?: OnDuty; break: (hung: Hung) => void; reached: string | null }[] = [
    { what: 'nothing', break: () => {}, reached: 'call' },
    { what: 'the webhook', break: ({ answers }) => (answers.webhook = 'down'), reached: 'call' },
    {
      what: 'the webhook answers 5xx',
      break: ({ answers }) => (answers.webhook = 'errors'),
      reached: 'call',
    },
    { what: 'the provider is down', break: ({ answers }) => (answers.call = 'down'), reached: 'mail' },
    { what: 'the provider answers 5xx', break: ({ answers }) => (answers.call = 'errors'), reached: 'mail' },
    { what: 'the number is no more', break: ({ answers }) => (answers.call = 'gone'), reached: 'mail' },
    { what: 'nothing, and there is push', duty: PUSHED, break: () => {}, reached: 'push' },
    ...(['gone', 'errors', 'down', 'hangs'] as const).map((how) => ({
      what: `push: ${how}`,
      duty: PUSHED,
      break: ({ answers }: Hung) => Object.assign(answers, { push: how }),
      reached: 'call',
    })),
    { what: 'the provider hangs', break: ({ answers }) => (answers.call = 'hangs'), reached: 'mail' },
    { what: 'the webhook hangs', break: ({ answers }) => (answers.webhook = 'hangs'), reached: 'call' },
    {
      what: 'push and the provider',
      duty: PUSHED,
      break: ({ answers }) => Object.assign(answers, { push: 'errors', call: 'errors' }),
      reached: 'mail',
    },
    {
      what: 'duty has neither a first nor a backup',
      duty: { ...TEAM, first: null, backup: null },
      break: () => {},
      reached: 'call',
    },
    {
      what: 'who is on duty can not be rung',
      duty: { first: null, backup: bo, everyone: [bo] },
      break: () => {},
      reached: 'call',
    },
    { what: 'nobody can be rung', duty: NOBODY, break: () => {}, reached: 'mail' },
    {
      what: 'every channel',
      break: ({ answers }) => Object.assign(answers, { webhook: 'down', call: 'down', mail: 'down' }),
      reached: null,
    },
  ];

  it.each(rows)('$what', { timeout: 120_000 }, async ({ duty = TEAM, break: breaks, reached }) => {
    await withBell(
      () => duty,
      async (hung) => {
        breaks(hung);
        await refer(hung);
        await hung.pass(2);
        expect(to(hung.sent, 'webhook')).toHaveLength(1);
        if (reached === null) {
          expect(await standing(hung)).toMatchObject({ fault: 'nobody' });
          expect(await pulse(hung)).toBe(503);
        } else {
          expect(hung.sent.map((one) => one.to)).toContain(reached);
        }
      },
    );
  });

  it('who is on duty was suspended: the backup and everybody else are rung, and never they', async () => {
    await withBell(
      () => onDuty(env.DB, Math.floor(Date.now() / 1000)),
      async (hung) => {
        const ann = await memberOnDuty('Ann', 'administrator');
        const [first, other] = [await memberOnDuty('First'), await memberOnDuty('Other')];
        const asked = (path: string, by: { headers: Record<string, string> }, json: object) =>
          askWith(hung.bindings, path, { headers: by.headers, json });
        for (const [who, address] of [
          [first, '+32470000001'],
          [other, '+32470000002'],
        ] as const) {
          await asked(`/api/desk/bell-ways/${randomId()}`, who, { channel: 'call', address });
        }
        const now = Math.floor(Date.now() / 1000);
        await env.DB.prepare('UPDATE bell_ways SET proved_at = ?')
          .bind(now - 60)
          .run();
        const shift = {
          rank: 'first',
          member: first.id,
          from: now - (now % 60),
          until: now - (now % 60) + 7200,
        };
        expect((await asked(`/api/desk/duty/${randomId()}`, ann, shift)).status).toBe(201);
        const out = { role: 'member', standing: 'suspended', rev: 0 };
        expect((await asked(`/api/desk/people/${first.id}`, ann, out)).status).toBe(200);
        await refer(hung);
        await hung.pass(2);
        expect(called(hung.sent)).toEqual(['2']);
        await hung.pass(1300);
        expect(called(hung.sent)).not.toContain('1');
      },
    );
  });

  it('a device that is subscribed no more is forgotten, and its member is told that theirs rings no more', async () => {
    await withBell(
      () => onDuty(env.DB, Math.floor(Date.now() / 1000)),
      async (hung) => {
        const member = await memberOnDuty('Di');
        const { endpoint, p256dh, auth } = await newDevice(`https://push.test/${randomId()}`);
        const json = { channel: 'push', address: { endpoint, p256dh, auth } };
        await askWith(hung.bindings, `/api/desk/bell-ways/${randomId()}`, { headers: member.headers, json });
        await env.DB.prepare('UPDATE bell_ways SET proved_at = ?')
          .bind(Math.floor(Date.now() / 1000))
          .run();
        hung.answers.push = 'gone';
        await refer(hung);
        await hung.pass(2);
        expect(to(hung.sent, 'push')).toHaveLength(1);
        const answer = await askWith(hung.bindings, '/api/desk/bell-ways', { headers: member.headers });
        expect(CONTRACT.desk.bellWays.answer.parse(await answer.json()).ways).toEqual([]);
        // Nobody of the team is left who could be rung: the coordinator is.
        expect(to(hung.sent, 'mail')).toHaveLength(1);
      },
    );
  });

  it('D1 is down: what rests in the second store rings who was on duty before', async () => {
    const down = faultyStore(env.DB, () => ({ fault: 'down' }));
    let DB: D1Database = env.DB;
    const turning = new Proxy(env.DB, {
      get: (_, name) => {
        const value: unknown = Reflect.get(DB, name);
        return typeof value === 'function' ? value.bind(DB) : value;
      },
    });
    await withBell(
      () => {
        if (DB !== env.DB) throw new Error('D1 is down.');
        return TEAM;
      },
      async (hung) => {
        await hung.pass(61);
        DB = down;
        await refer(hung);
        await hung.pass(2);
        expect(called(hung.sent)).toEqual(['1']);
        DB = env.DB;
        await look(hung);
        // What is not yet where the desk sees it was not looked at.
        expect(await standing(hung)).toHaveProperty('ringing');
        await moveWaiting(hung.bindings);
        await look(hung);
        expect(await standing(hung)).not.toHaveProperty('ringing');
      },
      { DB: turning },
    );
  });

  it('both stores say nothing: what rings goes on', async () => {
    let well = true;
    const stores = {
      DB: faultyStore(env.DB, () => ({ fault: well ? 'well' : 'down' })),
      SECOND: faultyBucket(env.SECOND, () => ({ fault: well ? 'well' : 'down' })),
    };
    await withBell(
      () => TEAM,
      async (hung) => {
        await refer(hung);
        await hung.pass(2);
        well = false;
        await hung.pass(421);
        expect(called(hung.sent)).toEqual(['1', '2']);
        expect(await pulse(hung)).toBe(503);
      },
      stores,
    );
  });

  it('the bell is down: the sweep rings in its place, and the pulse says so', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        const dead = withoutBell(hung);
        await refer(dead);
        const came = Math.floor(Date.now() / 1000);
        const sweepAt = (at: number) => sweepBell(dead.bindings, came + at, async () => TEAM);
        await sweepAt(40);
        expect(hung.sent.map((one) => one.to)).toEqual(['webhook', 'call']);
        await sweepAt(100);
        expect(hung.sent).toHaveLength(2);
        for (let at = 160; at <= 460; at += 60) await sweepAt(at);
        expect(called(hung.sent).at(-1)).toBe('2');
        expect(await pulse(dead)).toBe(503);
        expect(await standing(dead)).toMatchObject({ fault: 'silent' });
        await look(dead);
        const before = hung.sent.length;
        for (let at = 520; at <= 1300; at += 60) await sweepAt(at);
        expect(hung.sent).toHaveLength(before);
      },
    );
  });

  it('the bell hangs: what comes is received all the same, the sweep rings in its place, and desk and pulse say so', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        const never = () => new Promise<never>(() => {});
        const stub = new Proxy({}, { get: () => never });
        const BELL = { getByName: () => stub } as unknown as Bindings['BELL'];
        const bindings = { ...hung.bindings, BELL };
        const { id, body } = await newReferral();
        const asked = { method: 'PUT', json: body };
        const answer = await askWith(bindings, `/api/referrals/${id}`, asked, 'at once');
        expect(answer.status).toBe(201);
        const came = Math.floor(Date.now() / 1000);
        await sweepBell(bindings, came + 40, async () => TEAM);
        expect(hung.sent.map((one) => one.to)).toEqual(['webhook', 'call']);
        expect(await pulse({ ...hung, bindings })).toBe(503);
        expect(await standing({ ...hung, bindings })).toMatchObject({ fault: 'silent' });
      },
    );
  }, 60_000);

  it('the bell is down and the sweep does not come: the pulse and every desk say that nobody is rung', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        const dead = withoutBell(hung);
        await refer(dead);
        expect(hung.sent).toEqual([]);
        expect(await pulse(dead)).toBe(503);
        expect(await standing(dead)).toMatchObject({ fault: 'silent' });
      },
    );
  });

  it('the bell does not hear of something: it finds it by itself within a minute', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        const BELL = { getByName: () => ({}) } as unknown as Bindings['BELL'];
        await refer({ ...hung, bindings: { ...hung.bindings, BELL } });
        await hung.pass(61);
        expect(called(hung.sent)).toEqual(['1']);
      },
    );
  });

  it('the sweep does not come: the bell rings, and desk and pulse say that it does not', async () => {
    await withBell(
      () => TEAM,
      async (hung) => {
        await hung.pass(300);
        expect(await standing(hung)).toMatchObject({ fault: 'unswept' });
        expect(await pulse(hung)).toBe(503);
        await refer(hung);
        await hung.pass(1);
        expect(called(hung.sent)).toEqual(['1']);
        await hung.pass(60, true);
        expect(await standing(hung)).not.toHaveProperty('fault');
      },
    );
  });
});

describe('the pulse', () => {
  it('is asked with its token alone', async () => {
    await withBell(
      () => NOBODY,
      async (hung) => {
        expect(await pulse(hung)).toBe(200);
        expect(await pulse(hung, 'pulsf')).toBe(404);
        expect(await pulse(hung, '')).toBe(404);
        const none = { ...hung, bindings: { ...hung.bindings, PULSE_TOKEN: undefined } };
        expect(await pulse(none)).toBe(404);
        const answer = await askWith(hung.bindings, '/api/pulse', {
          headers: { Authorization: `Bearer ${RINGS.PULSE_TOKEN}` },
        });
        expect(await answer.json()).toEqual({ ok: true });
      },
    );
  });
});
