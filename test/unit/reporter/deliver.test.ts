import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DELIVERY_TIME, type DeliveryStage, deliver, TRY_TIMEOUT } from '../../../src/reporter/deliver.ts';
import type { Call } from '../../../src/reporter/request.ts';

const call: Call = { method: 'PUT', path: '/api/referrals/x', body: '{"sealed":true}' };

/** What the network does with each try, in turn; the last goes on for ever. */
type Try = 'gone' | 'hangs' | { status: number; headers?: Record<string, string> };

let browser: EventTarget;
let tries: { at: number; body: unknown }[];

/** Delivers over a network that behaves so. Fake time starts at 0. */
function start(network: readonly Try[], online = true) {
  const stages: DeliveryStage[] = [];
  const left = new AbortController();
  const connection = { onLine: online };
  vi.stubGlobal('navigator', connection);
  vi.stubGlobal('fetch', (_path: string, init: { body: string; signal: AbortSignal }) => {
    const next = network[Math.min(tries.length, network.length - 1)] ?? 'gone';
    tries.push({ at: performance.now(), body: init.body });
    if (next === 'gone') return Promise.reject(new TypeError('No network'));
    if (next === 'hangs') {
      return new Promise((_resolve, reject) => init.signal.addEventListener('abort', reject));
    }
    return Promise.resolve(new Response('{}', next));
  });
  const delivery = deliver(call, left.signal, (stage) => stages.push(stage));
  return { delivery, stages, left, connection };
}

const seconds = () => tries.map(({ at }) => Math.round(at / 1000));

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
  it('asks once when it is answered', async () => {
    const { delivery, stages } = start([{ status: 201 }]);
    expect(await delivery).toMatchObject({ ok: true, answer: { status: 201 } });
    expect(stages).toEqual(['trying']);
  });

  it('repeats the same bytes, each time after twice the pause', async () => {
    const { delivery } = start(['gone', { status: 500 }, { status: 503 }, { status: 200 }]);
    await vi.advanceTimersByTimeAsync(7000);
    expect(await delivery).toMatchObject({ ok: true, answer: { status: 200 } });
    expect(seconds()).toEqual([0, 1, 3, 7]);
    expect(new Set(tries.map(({ body }) => body))).toEqual(new Set([call.body]));
  });

  it('pauses at least half as long, so that browsers do not come back in step', async () => {
    vi.mocked(Math.random).mockReturnValue(0);
    const { delivery } = start(['gone', { status: 200 }]);
    await vi.advanceTimersByTimeAsync(500);
    await delivery;
    expect(tries[1]?.at).toBe(500);
  });

  it('waits as long as the worker asks, in seconds or until a date', async () => {
    const network = [
      { status: 429, headers: { 'retry-after': '30' } },
      { status: 503, headers: { 'retry-after': new Date(50_000).toUTCString() } },
      { status: 201 },
    ];
    const { delivery } = start(network);
    await vi.advanceTimersByTimeAsync(29_000);
    browser.dispatchEvent(new Event('online'));
    expect(tries).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 30, 50]);
  });

  it('gives up at once when the worker asks for more time than there is', async () => {
    const { delivery } = start([{ status: 429, headers: { 'retry-after': '3600' } }]);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered' });
    expect(tries).toHaveLength(1);
  });

  it('drops a try that gets no answer, and goes on', async () => {
    const { delivery } = start(['hangs', { status: 200 }]);
    await vi.advanceTimersByTimeAsync(TRY_TIMEOUT + 1000);
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 16]);
  });

  it('ends when its time is up, with a last try that is worth it', async () => {
    const { delivery, stages } = start(['gone']);
    await vi.advanceTimersByTimeAsync(DELIVERY_TIME);
    expect(await delivery).toEqual({ ok: false, code: 'unanswered' });
    expect(seconds()).toEqual([0, 1, 3, 7, 15, 31, 47, 63, 79, 85]);
    expect(stages.at(-1)).toBe('waiting');
  });

  it('goes on as soon as the browser is online again', async () => {
    const { delivery, stages, connection } = start(['gone', { status: 201 }], false);
    await vi.advanceTimersByTimeAsync(9000);
    expect(stages).toEqual(['trying', 'offline']);
    connection.onLine = true;
    browser.dispatchEvent(new Event('online'));
    expect(await delivery).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 9]);
  });

  it('tries now and then even where the browser thinks that it is offline', async () => {
    const { delivery } = start(['gone', { status: 201 }], false);
    await vi.advanceTimersByTimeAsync(16_000);
    expect(await delivery).toMatchObject({ ok: true });
  });

  it('takes a no for a no', async () => {
    for (const status of [400, 401, 403, 409, 413, 415]) {
      tries = [];
      const { delivery } = start([{ status }]);
      expect(await delivery).toMatchObject({ ok: false, code: 'refused', answer: { status } });
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
