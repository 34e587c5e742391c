import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_STATUS, type ErrorCode } from '../../../../src/protocol/wire/api/errors.ts';
import type { Challenge } from '../../../../src/protocol/wire/api/proof.ts';
import type { Call } from '../../../../src/reporter/sending/call.ts';
import { putReferral } from '../../../../src/reporter/sending/calls.ts';
import {
  type DeliveryStage,
  deliver,
  ENDLESS,
  type Patience,
  TRY_TIMEOUT,
  WATCHED,
} from '../../../../src/reporter/sending/deliver.ts';
import { sampleChallenge } from '../../../samples/challenge.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const call = putReferral(ID, '{"sealed":true}');

/** What the network does with each try, in turn; the last goes on for ever. A number is a status without our body. */
type Try =
  | 'gone'
  | 'hangs'
  | 'stored'
  | number
  | { code: ErrorCode; retryAfter?: string; challenge?: Challenge };

let browser: EventTarget;
let tries: { at: number; method: string; path: string; body: unknown }[];

function answer(next: Exclude<Try, 'gone' | 'hangs'>): Response {
  const headers = { 'content-type': 'application/json' };
  if (next === 'stored') return new Response(`{"ok":true,"id":"${ID}"}`, { status: 201, headers });
  if (typeof next === 'number') return new Response('<h1>Blocked</h1>', { status: next });
  const { code, retryAfter, challenge } = next;
  return new Response(JSON.stringify({ error: { code, challenge } }), {
    status: ERROR_STATUS[code],
    headers: { ...headers, ...(retryAfter && { 'retry-after': retryAfter }) },
  });
}

/** Delivers over a network that behaves so. Fake time starts at 0. */
function start(network: readonly Try[], online = true, patience: Patience = WATCHED, asked: Call = call) {
  const stages: DeliveryStage[] = [];
  const left = new AbortController();
  const connection = { onLine: online };
  vi.stubGlobal('navigator', connection);
  vi.stubGlobal(
    'fetch',
    (path: string, { method, body, signal }: { method: string; body: string; signal: AbortSignal }) => {
      const next = network[Math.min(tries.length, network.length - 1)] ?? 'gone';
      tries.push({ at: performance.now(), method, path, body });
      if (next === 'gone') return Promise.reject(new TypeError('No network'));
      if (next === 'hangs') {
        return new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
      }
      return Promise.resolve(answer(next));
    },
  );
  const delivery = deliver(asked, left.signal, (stage) => stages.push(stage), patience);
  return { delivery, stages, left, connection };
}

const seconds = () => tries.map(({ at }) => Math.round(at / 1000));
const methods = () => tries.map(({ method }) => method);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  browser = new EventTarget();
  tries = [];
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
  vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('deliver', () => {
  it('asks once when the worker says that it is stored', async () => {
    const { delivery, stages } = start(['stored']);
    expect(await delivery).toEqual({ ok: true, value: { id: ID } });
    expect(stages).toEqual(['trying']);
  });

  it('repeats the same bytes, each time after twice the pause', async () => {
    const { delivery } = start(['gone', 'gone', { code: 'limited' }, 'stored']);
    await vi.advanceTimersByTimeAsync(7000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 1, 3, 7]);
    expect(new Set(tries.map(({ body }) => body))).toEqual(new Set([call.body]));
  });

  it('pauses at least half as long, so that browsers do not come back in step', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { delivery } = start(['gone', 'stored']);
    await vi.advanceTimersByTimeAsync(500);
    await delivery;
    expect(tries[1]?.at).toBe(500);
  });

  it('waits as long as the worker asks, and as no one else does', async () => {
    const { delivery } = start([{ code: 'limited', retryAfter: '30' }, 'stored']);
    await vi.advanceTimersByTimeAsync(29_000);
    browser.dispatchEvent(new Event('online'));
    expect(tries).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await delivery).toMatchObject({ ok: true });
  });

  it('gives up at once when the worker asks for more time than there is', async () => {
    const { delivery } = start([{ code: 'limited', retryAfter: '3600' }]);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
    expect(tries).toHaveLength(1);
  });

  it('says that only small ones get through, where the worker says so', async () => {
    const { delivery } = start([{ code: 'crowded', retryAfter: '600' }]);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: true });
  });

  describe('asked for a proof', () => {
    const wanted: Try = { code: 'proof_wanted', challenge: sampleChallenge };
    const proving = (body: string | null): Call => ({ ...call, prove: () => Promise.resolve(body) });

    it('sends it at once, and keeps it beside the words for every try after', async () => {
      const { delivery } = start([wanted, 'gone', 'stored'], true, WATCHED, proving('{"proof":true}'));
      await vi.advanceTimersByTimeAsync(1000);
      expect(await delivery).toMatchObject({ ok: true });
      expect(seconds()).toEqual([0, 0, 1]);
      expect(tries.map(({ body }) => body)).toEqual(['{"sealed":true}', '{"proof":true}', '{"proof":true}']);
    });

    it('works out one a round, whatever the worker wants', async () => {
      const { delivery } = start([wanted, wanted, 'stored'], true, WATCHED, proving('{"proof":true}'));
      await vi.advanceTimersByTimeAsync(999);
      expect(tries).toHaveLength(2);
      await vi.advanceTimersByTimeAsync(1);
      expect(await delivery).toMatchObject({ ok: true });
    });

    it('gives the telephone number at once where it can not give one', async () => {
      const { delivery } = start([wanted, 'stored'], true, WATCHED, proving(null));
      await vi.advanceTimersByTimeAsync(0);
      expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
      expect(tries).toHaveLength(1);
    });

    it.each([
      ['can not give one and nobody waits', proving(null), { ...ENDLESS, before: 0 }],
      ['is of a kind that has none', call, WATCHED],
    ])('goes on as with any passing fault where it %s', async (_why, asked, patience) => {
      const { delivery } = start([wanted, 'stored'], true, patience, asked);
      await vi.advanceTimersByTimeAsync(1000);
      expect(await delivery).toMatchObject({ ok: true });
      expect(seconds()).toEqual([0, 1]);
    });

    it('stops while it works one out', async () => {
      const waiting: Call = {
        ...call,
        prove: (_, signal) => new Promise((done) => signal.addEventListener('abort', () => done(null))),
      };
      const { delivery, left } = start([wanted], true, WATCHED, waiting);
      await vi.advanceTimersByTimeAsync(0);
      left.abort();
      expect(await delivery).toEqual({ ok: false, code: 'stopped' });
    });
  });

  it('drops a try that gets no answer, and goes on', async () => {
    const { delivery } = start(['hangs', 'stored']);
    await vi.advanceTimersByTimeAsync(TRY_TIMEOUT + 1000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 16]);
  });

  it('ends when its time is up, with a last try that is worth it', async () => {
    const { delivery, stages } = start(['gone']);
    await vi.advanceTimersByTimeAsync(WATCHED.time);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
    expect(seconds()).toEqual([0, 1, 3, 7, 15, 31, 47, 63, 79, 85]);
    expect(stages.at(-1)).toBe('waiting');
  });

  it('goes on as soon as the browser is online again', async () => {
    const { delivery, stages, connection } = start(['gone', 'stored'], false);
    await vi.advanceTimersByTimeAsync(9000);
    expect(stages).toEqual(['trying', 'offline']);
    connection.onLine = true;
    browser.dispatchEvent(new Event('online'));
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 9]);
  });

  it('goes on as soon as somebody looks at the page again, and not when they look away', async () => {
    const { delivery } = start(['gone', 'gone', 'gone', 'gone', 'gone', 'stored']);
    await vi.advanceTimersByTimeAsync(20_000);
    const seen = tries.length;
    vi.stubGlobal('document', { hidden: true });
    browser.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(tries).toHaveLength(seen);
    vi.stubGlobal('document', { hidden: false });
    browser.dispatchEvent(new Event('visibilitychange'));
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds().at(-1)).toBe(20);
  });

  it('tries now and then even where the browser thinks that it is offline', async () => {
    const { delivery } = start(['gone', 'stored'], false);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await delivery).toMatchObject({ ok: true });
  });

  it.each(['internal', 'unavailable', 'keys_missing', 'secret_missing'] as const)(
    'gives the telephone number within ten seconds where the worker says %s, and bridges a short stall',
    async (code) => {
      const { delivery } = start([{ code, retryAfter: '3' }]);
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
      expect(seconds()).toEqual([0, 3]);
      tries = [];
      const short = start([{ code, retryAfter: '3' }, 'stored']);
      await vi.advanceTimersByTimeAsync(3000);
      expect(await short.delivery).toMatchObject({ ok: true });
    },
  );

  it("takes the worker's no for a no", async () => {
    const passing: ErrorCode[] = [
      'limited',
      'crowded',
      'proof_wanted',
      'internal',
      'unavailable',
      'keys_missing',
      'secret_missing',
    ];
    const codes = Object.keys(ERROR_STATUS) as ErrorCode[];
    for (const code of codes.filter((one) => !passing.includes(one))) {
      tries = [];
      const { delivery } = start([{ code }]);
      expect(await delivery).toEqual({ ok: false, code: 'refused', reason: code });
      expect(tries).toHaveLength(1);
    }
  });

  it('stops in the middle of a pause or of a try when the page is left', async () => {
    for (const network of [['gone'], ['hangs']] as const) {
      tries = [];
      const { delivery, left } = start(network);
      await vi.advanceTimersByTimeAsync(500);
      left.abort();
      expect(await delivery).toEqual({ ok: false, code: 'stopped' });
      expect(tries).toHaveLength(1);
    }
  });
});

describe('deliver where a network lets only GET and POST through', () => {
  it.each([403, 405, 501, 502, 400, 404])('sends the same by POST at once after a %i', async (status) => {
    const { delivery, stages } = start([status, 'stored']);
    expect(await delivery).toMatchObject({ ok: true });
    expect(tries).toEqual([
      { at: 0, method: 'PUT', path: `/api/referrals/${ID}`, body: call.body },
      { at: 0, method: 'POST', path: `/api/referrals/${ID}`, body: call.body },
    ]);
    expect(stages).toEqual(['trying']);
  });

  it('takes turns where the connection is cut', async () => {
    const { delivery } = start(['gone', 'gone', 'gone', 'stored']);
    await vi.advanceTimersByTimeAsync(8000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(methods()).toEqual(['PUT', 'POST', 'PUT', 'POST']);
  });

  it('keeps to the way by which the worker answers', async () => {
    const { delivery } = start([405, { code: 'unavailable' }, { code: 'internal' }, 'stored']);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(methods()).toEqual(['PUT', 'POST', 'POST', 'POST']);
  });

  it('gives the telephone number within ten seconds where neither gets through, and never speaks of a slow line', async () => {
    const { delivery, stages } = start([501]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered', crowded: false });
    expect(stages).not.toContain('waiting');
    expect(methods().slice(0, 4)).toEqual(['PUT', 'POST', 'PUT', 'POST']);
  });
});

describe('deliver without end', () => {
  it('goes on for an hour, less and less often, and stores it in the end', async () => {
    const { delivery } = start(
      [...Array<Try>(20).fill('gone'), ...Array<Try>(20).fill(502), 'stored'],
      true,
      ENDLESS,
    );
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await delivery).toMatchObject({ ok: true });
    const pauses = seconds().map((at, index, all) => at - (all[index - 1] ?? 0));
    expect(Math.max(...pauses)).toBe(ENDLESS.longestPause / 1000);
    expect(new Set(tries.map(({ body }) => body)).size).toBe(1);
  });

  it('waits as long as the worker asks, but not for days', async () => {
    const { delivery } = start([{ code: 'limited', retryAfter: '86400' }, 'stored'], true, ENDLESS);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await delivery).toMatchObject({ ok: true });
  });
});
