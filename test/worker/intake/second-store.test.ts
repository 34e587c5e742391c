import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../../functions/sweep.ts';
import { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import { type Fault, faultyStore } from '../../faults/stores.ts';
import { ask, refusal } from '../support/ask.ts';
import { askAt, HANGS, putAt, rowsOf, sweepNow, waitingReferral } from '../support/faulty.ts';
import { newReferral, reporterMessage, type TestReferral } from '../support/referral.ts';
import { emptyStore, storedObjects } from '../support/rows.ts';

beforeEach(emptyStore);

async function mailboxAt(DB: Fault, SECOND: Fault, { headers }: TestReferral): Promise<MailboxBody> {
  return MailboxBody.parse(await (await askAt(DB, SECOND, '/api/mailbox', { headers })).json());
}

describe('PUT /api/referrals/:id where D1 does not answer', () => {
  it.each(['hangs', 'errors', 'slow', 'mute', 'down'] as const)(
    'stores it within five seconds where D1 %s, and it is one row in the end',
    async (fault) => {
      const referral = await newReferral();
      const start = performance.now();
      const answer = await putAt(fault, 'well', referral);
      expect([answer.status, await answer.json()]).toEqual([201, { ok: true, id: referral.id }]);
      expect(performance.now() - start).toBeLessThan(5000);
      await sweepNow();
      expect(await rowsOf(referral)).toMatchObject([{ sealed: referral.body.envelope }]);
      expect(await storedObjects()).toEqual([]);
    },
  );

  it('makes one row of a late commit of D1 and of the sweep', async () => {
    const referral = await newReferral();
    await putAt('hangs', 'well', referral);
    await sweepNow();
    await expect.poll(async () => (await putAt('well', 'well', referral)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, HANGS));
    await sweepNow();
    expect(await rowsOf(referral)).toMatchObject([{ sealed: referral.body.envelope }]);
  });

  it('keeps in R2 nothing plainer than in D1', async () => {
    const { id, body } = await waitingReferral();
    const keys = await storedObjects();
    expect(keys).toEqual([expect.stringMatching(/^mailboxes\/[\w-]{43}$/), `threads/${id}`]);
    expect(keys).not.toContain(`mailboxes/${body.mailbox}`);
    const object = await env.SECOND.get(`threads/${id}`);
    expect(Object.keys(object?.customMetadata ?? {}).sort()).toEqual([
      'keyId',
      'mailboxHash',
      'receivedAt',
      'salt',
    ]);
    expect(object?.httpMetadata).toEqual({});
  });

  it('stores the same bytes once, and no others under their id or for their mailbox', async () => {
    const referral = await waitingReferral();
    const other = await newReferral();
    expect((await putAt('down', 'well', referral)).status).toBe(200);
    const swapped = { id: referral.id, body: other.body };
    expect(await refusal(await putAt('down', 'well', swapped))).toEqual([409, 'conflict']);
    const stolen = { id: other.id, body: { ...other.body, mailbox: referral.body.mailbox } };
    expect(await refusal(await putAt('down', 'well', stolen))).toEqual([409, 'conflict']);
    await sweepNow();
    expect(await rowsOf(referral)).toMatchObject([{ sealed: referral.body.envelope }]);
    expect(await rowsOf(other)).toEqual([]);
  });

  it.each(['hangs', 'errors', 'down'] as const)(
    'says within five seconds that neither store is there, where D1 hangs and R2 %s',
    async (fault) => {
      const start = performance.now();
      expect(await refusal(await putAt('hangs', fault, await newReferral()))).toEqual([503, 'unavailable']);
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );

  it.each(['hangs', 'errors', 'slow', 'mute', 'down'] as const)(
    'does not notice that R2 %s where D1 is well',
    async (fault) => {
      expect((await putAt('well', fault, await newReferral())).status).toBe(201);
    },
  );
});

describe('what waits in the second store', () => {
  it.each(['well', 'down', 'hangs'] as const)(
    'shows in its mailbox as received, where D1 is %s',
    async (fault) => {
      const referral = await waitingReferral();
      expect(await mailboxAt(fault, 'well', referral)).toMatchObject({
        thread: referral.id,
        state: 'new',
        messages: [],
      });
    },
  );

  it('can be answered at once by its reporter when D1 is back, and deleted', async () => {
    const [one, other] = [await waitingReferral(), await waitingReferral()];
    const json = reporterMessage(one, 'I moved.');
    expect((await ask('/api/mailbox', { json, headers: one.headers })).status).toBe(201);
    expect((await mailboxAt('well', 'down', one)).messages).toHaveLength(1);
    const answer = await ask('/api/mailbox', { method: 'DELETE', headers: other.headers });
    expect(await answer.json()).toEqual({ ok: true, deleted: other.id });
    await sweepNow();
    expect([await rowsOf(one), await rowsOf(other)]).toMatchObject([[{ id: one.id }], []]);
    expect(await storedObjects()).toEqual([`tombstones/${other.id}`]);
  });

  it('is not called unknown while one store does not answer', async () => {
    const { headers } = await newReferral();
    for (const [DB, SECOND] of [
      ['down', 'well'],
      ['well', 'down'],
      ['down', 'down'],
    ] as const) {
      expect(await refusal(await askAt(DB, SECOND, '/api/mailbox', { headers }))).toEqual([
        503,
        'unavailable',
      ]);
    }
  });

  it('opens to nobody else, also where somebody was refused its id', async () => {
    const referral = await waitingReferral();
    const other = await newReferral();
    await putAt('down', 'well', { id: referral.id, body: other.body });
    expect(await refusal(await ask('/api/mailbox', { headers: other.headers }))).toEqual([
      401,
      'unauthorized',
    ]);
  });

  it('stays there while D1 does not answer, and is moved then, all of it', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, waitingReferral));
    const DB = faultyStore(env.DB, () => ({ fault: 'down' }));
    await expect(sweep({ ...env, DB }, 0)).rejects.toThrow('Network connection lost');
    expect(await storedObjects()).toHaveLength(24);
    await sweepNow();
    expect(await storedObjects()).toEqual([]);
    for (const one of all) expect(await rowsOf(one)).toHaveLength(1);
  });

  it('is laid apart, and not lost, where its id is another one’s in D1', async () => {
    const first = await newReferral();
    const other = await newReferral();
    await ask(`/api/referrals/${first.id}`, { method: 'PUT', json: first.body });
    expect((await putAt('down', 'well', { id: first.id, body: other.body })).status).toBe(201);
    await sweepNow();
    expect(await storedObjects()).toEqual([`apart/${first.id}`]);
    expect(await rowsOf(first)).toMatchObject([{ sealed: first.body.envelope }]);
  });
});
