import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Limits, type LimitsBindings, type Verdict } from '../../../functions/limits/limits.ts';
import { networksOf } from '../../../functions/limits/networks.ts';
import { countUntaken } from '../../../functions/store/untaken.ts';
import { ErrorBody } from '../../../src/protocol/wire/api/errors.ts';
import { LARGEST_BODY } from '../../../src/protocol/wire/api/fields.ts';
import { askWith, refusal } from '../support/ask.ts';
import { newReferral, type TestReferral } from '../support/referral.ts';

afterEach(() => vi.useRealTimers());

type Namespace = DurableObjectNamespace<Limits>;

/** What the worker reaches its limits by: an object of the test's own making in their place. */
function standIn(count: Limits['count'], notStored: Limits['notStored'] = async () => {}): Namespace {
  return { getByName: () => ({ count, notStored }) } as unknown as Namespace;
}

/** Lets a test use an object that has just started, with thresholds of its own. */
async function withFresh(
  act: (limits: Limits) => Promise<void>,
  set: Partial<LimitsBindings> = {},
): Promise<void> {
  const stub = env.LIMITS.getByName(crypto.randomUUID());
  await runInDurableObject(stub, (_, state) => act(new Limits(state, { ...env, ...set })));
}

function send(limits: Limits, { id, body }: Pick<TestReferral, 'id' | 'body'>, address: string) {
  const LIMITS = standIn(
    (asking) => limits.count(asking),
    (networks) => limits.notStored(networks),
  );
  const headers = { 'CF-Connecting-IP': address, 'Content-Length': String(JSON.stringify(body).length) };
  return askWith({ LIMITS }, `/api/referrals/${id}`, { method: 'PUT', json: body, headers });
}

/** Sends, and again with the proof that is asked for. */
async function sendWithProof(limits: Limits, referral: TestReferral, address: string): Promise<number> {
  const asked = await send(limits, referral, address);
  const { challenge } = ErrorBody.parse(await asked.json()).error;
  if (!challenge) throw new Error('No challenge came.');
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('Not solved.');
  const { counter, derivedKey } = solution;
  const proof = { challenge, solution: { counter, derivedKey } };
  const { id, body } = referral;
  return (await send(limits, { id, body: { ...body, proof } }, address)).status;
}

const asked = (limits: Limits, address: string, bytes = 0): Promise<Verdict> =>
  limits.count({ counted: 'referral', networks: networksOf(address), bytes });

const large = () => newReferral('x'.repeat(9000));

describe('the bytes of a network', () => {
  it('are counted: then a large item waits, a small one with a proof is taken, and another network is not slowed', async () => {
    await withFresh(async (limits) => {
      const address = '203.0.113.5';
      let answer = await send(limits, await large(), address);
      while (answer.status === 201) answer = await send(limits, await large(), address);
      expect(await refusal(answer)).toEqual([429, 'crowded']);
      expect(await sendWithProof(limits, await newReferral(), address)).toBe(201);
      expect((await send(limits, await large(), '203.0.113.6')).status).toBe(201);
    });
  });

  it('do not hide from who sends again that theirs is stored: just the same is answered, and nothing else', async () => {
    await withFresh(async (limits) => {
      const address = '203.0.113.7';
      const stored = await large();
      expect((await send(limits, stored, address)).status).toBe(201);
      await asked(limits, address, 8 * 1024 * 1024);
      const again = await send(limits, stored, address);
      expect([again.status, await again.json()]).toEqual([200, { ok: true, id: stored.id }]);
      const other = await large();
      const changed = [
        { id: other.id, body: stored.body },
        { id: stored.id, body: { ...stored.body, envelope: other.body.envelope } },
        { id: stored.id, body: { ...stored.body, mailbox: other.body.mailbox } },
        { id: stored.id, body: { ...stored.body, salt: other.body.salt } },
      ];
      for (const one of changed)
        expect(await refusal(await send(limits, one, address))).toEqual([429, 'crowded']);
    });
  });

  it('are those of its /48 as well, which is worth four', async () => {
    await withFresh(async (limits) => {
      const inside = (household: number) =>
        asked(limits, `2001:db8:7:${household.toString(16)}::1`, 1024 * 1024);
      const verdicts = [];
      for (let household = 0; household < 6; household++) verdicts.push((await inside(household)).over);
      expect(verdicts).toEqual([false, false, false, false, true, true]);
      expect((await asked(limits, '2001:db8:8::1', 1024 * 1024)).over).toBe(false);
    });
  });

  it('are not those of its /48 any more once it has asked for too much: its neighbours are not slowed', async () => {
    await withFresh(async (limits) => {
      const one = '2001:db8:9:1::1';
      for (let count = 0; count < 1000; count++) await asked(limits, one);
      expect(await asked(limits, one)).toMatchObject({ over: true });
      expect(await asked(limits, '2001:db8:9:2::1')).toMatchObject({ over: false });
    });
  });

  it('are counted to the end before anything is taken back, also where the answer does not wait for that', async () => {
    const done: string[] = [];
    const LIMITS = standIn(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        done.push('counted');
        return { over: false, level: 'calm', doublings: 0, proofKey: null };
      },
      async () => void done.push('taken back'),
    );
    const answer = await askWith({ LIMITS }, '/api/referrals/x', { method: 'PUT', json: {} });
    expect(answer.status).toBe(400);
    expect(done).toEqual(['counted', 'taken back']);
  });

  it('count as the most there can be where a request does not say', async () => {
    const bytes: number[] = [];
    const LIMITS = standIn(async (asking) => {
      bytes.push(asking.bytes);
      return { over: false, level: 'calm', doublings: 0, proofKey: null };
    });
    const { id, body } = await newReferral();
    for (const said of ['17', '-1', '1e9', 'much']) {
      const headers = { 'Content-Length': said };
      await askWith({ LIMITS }, `/api/referrals/${id}`, { method: 'PUT', json: body, headers });
    }
    expect(bytes[0]).toBe(17);
    expect(bytes.slice(1)).toEqual([LARGEST_BODY, LARGEST_BODY, LARGEST_BODY]);
  });
});

it('asks everybody for a proof once more waits than the desk can look at, and waits for nothing to find out', async () => {
  const { threads, bytes } = await countUntaken(env.DB, 1000, Math.floor(Date.now() / 1000));
  const before = Math.ceil(Math.max(threads, bytes / 8192));
  await withFresh(
    async (limits) => {
      for (let count = 0; count < 3; count++) {
        expect((await send(limits, await large(), '198.51.100.40')).status).toBe(201);
      }
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 });
      await asked(limits, '198.51.100.41');
      await vi.waitFor(async () => expect((await asked(limits, '198.51.100.41')).level).toBe('busy'));
      expect(await sendWithProof(limits, await newReferral(), '198.51.100.42')).toBe(201);
    },
    { BUSY_AT: String(before + 3), FLOOD_AT: '10000' },
  );
});

it('doubles the cost for a network with the number of its items that were stored, up to four times', async () => {
  await withFresh(async (limits) => {
    const address = '198.51.100.50';
    const costs: number[] = [];
    for (let stored = 0; stored <= 100; stored++) costs.push((await asked(limits, address)).doublings);
    expect([0, 15, 16, 31, 32, 100].map((stored) => costs[stored])).toEqual([0, 0, 1, 1, 2, 2]);
    expect((await asked(limits, '198.51.100.51')).doublings).toBe(0);
  });
});

it('makes nothing dearer for a network that asks for much of which nothing is stored', async () => {
  await withFresh(async (limits) => {
    const address = '198.51.100.52';
    const [stored, small] = [await newReferral(), await newReferral()];
    for (let count = 0; count < 20; count++) await send(limits, { id: 'x', body: small.body }, address);
    for (let count = 0; count < 20; count++) await send(limits, stored, address);
    for (let count = 0; count < 2416; count++) {
      await asked(limits, address);
      await limits.notStored(networksOf(address));
    }
    expect(await asked(limits, address)).toMatchObject({ over: true, doublings: 0 });
    expect(await sendWithProof(limits, small, address)).toBe(201);
  });
});

it('counts what is stored, whoever asks afterwards', async () => {
  await withFresh(async (limits) => {
    const address = '198.51.100.53';
    for (let count = 0; count < 16; count++) await send(limits, await newReferral(), address);
    expect((await asked(limits, address)).doublings).toBe(1);
  });
});

it('draws other secrets every day', async () => {
  await withFresh(async (limits) => {
    const keys = [];
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const day of ['2026-11-21T00:00:00Z', '2026-11-21T23:59:59Z', '2026-11-22T00:00:00Z']) {
      vi.setSystemTime(new Date(day));
      keys.push((await asked(limits, '192.0.2.77')).proofKey);
    }
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

it('stores nothing', async () => {
  const stub = env.LIMITS.getByName('limits');
  await stub.count({ counted: 'referral', networks: networksOf('192.0.2.78'), bytes: 9 });
  await runInDurableObject(stub, async (_, state) => {
    expect((await state.storage.list()).size).toBe(0);
  });
});

describe('where counting fails', () => {
  it.each([
    ['by an error', () => Promise.reject(new Error('down'))],
    ['by no answer', () => new Promise<Verdict>(() => {})],
  ])('%s, everyone is let in, soon', async (_how, count) => {
    const { id, body } = await newReferral();
    const start = Date.now();
    const bindings = { LIMITS: standIn(count) };
    const answer = await askWith(bindings, `/api/referrals/${id}`, { method: 'PUT', json: body });
    expect(answer.status).toBe(201);
    expect(Date.now() - start).toBeLessThan(5000);
  });
});
