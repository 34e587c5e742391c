import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERROR_STATUS, type ErrorCode } from '../../../../src/protocol/wire/api/errors.ts';
import { putReferral } from '../../../../src/reporter/sending/calls.ts';
import { makeSender } from '../../../../src/reporter/sending/sender.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';

/** What the network does with each try, in turn: it stores, the worker refuses, or silence (also when none are left). */
let tries: ('stored' | 'silence' | 'hangs' | ErrorCode)[] = [];
let sent: string[] = [];
let browser: EventTarget;

function answer(next: 'stored' | ErrorCode): Response {
  const headers = { 'content-type': 'application/json' };
  return next === 'stored'
    ? new Response(`{"ok":true,"id":"${ID}"}`, { status: 201, headers })
    : new Response(JSON.stringify({ error: { code: next } }), { status: ERROR_STATUS[next], headers });
}

beforeEach(() => {
  vi.useFakeTimers();
  tries = [];
  sent = [];
  browser = new EventTarget();
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser));
  vi.stubGlobal('removeEventListener', browser.removeEventListener.bind(browser));
  vi.stubGlobal('fetch', (_path: string, init: { body: string; signal: AbortSignal }) => {
    sent.push(init.body);
    const next = tries.shift() ?? 'silence';
    if (next === 'silence') return Promise.reject(new TypeError('No network'));
    if (next === 'hangs')
      return new Promise((_resolve, reject) => init.signal.addEventListener('abort', reject));
    return Promise.resolve(answer(next));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A sender whose seals are all different, as real ones are. */
function sealing() {
  let seals = 0;
  const left = new AbortController();
  const sender = makeSender(async (words: string) => {
    seals += 1;
    return { call: putReferral(ID, `${words} ${seals}`) };
  }, left.signal);
  const send = async (words: string) => {
    const sending = sender.send(words, () => {});
    await vi.runAllTimersAsync();
    return sending;
  };
  return { sender, send, left };
}

const HOUR = 3_600_000;

describe('a sender', () => {
  it('sends the same bytes again until they have arrived', async () => {
    tries = ['silence', 'unavailable', 'internal', 'stored'];
    expect(await sealing().send('help')).toMatchObject({ ok: true });
    expect(sent).toEqual(['help 1', 'help 1', 'help 1', 'help 1']);
  });

  it('gives up on a dead network, and then sends the same bytes when asked again', async () => {
    const { send } = sealing();
    expect(await send('help')).toEqual({ ok: false, code: 'unsent', crowded: false });
    tries = ['stored'];
    expect(await send('help')).toMatchObject({ ok: true });
    expect(new Set(sent)).toEqual(new Set(['help 1']));
  });

  it('seals anew when the words have changed', async () => {
    const { send } = sealing();
    await send('help');
    tries = ['stored'];
    sent = [];
    await send('help me');
    expect(sent).toEqual(['help me 2']);
  });

  it('sends once, however often it is asked while it is busy', async () => {
    tries = ['stored'];
    const { sender } = sealing();
    const first = sender.send('help', () => {});
    expect(await sender.send('help', () => {})).toEqual({ ok: false, code: 'busy' });
    await vi.runAllTimersAsync();
    expect(await first).toMatchObject({ ok: true });
    expect(sent).toHaveLength(1);
  });

  it.each(['conflict', 'changed'] as const)(
    'seals again where its place is taken (%s), three times at most',
    async (code) => {
      tries = [code, 'stored'];
      expect(await sealing().send('help')).toMatchObject({ ok: true });
      expect(sent).toEqual(['help 1', 'help 2']);
      tries = [code, code, code];
      expect(await sealing().send('help')).toEqual({ ok: false, code: 'refused', reason: null });
    },
  );

  it('stops when the worker says no', async () => {
    tries = ['malformed'];
    expect(await sealing().send('help')).toEqual({ ok: false, code: 'refused', reason: 'malformed' });
  });

  it('stops when the page is left', async () => {
    const { sender, left } = sealing();
    const sending = sender.send('help', () => {});
    left.abort();
    await vi.runAllTimersAsync();
    expect(await sending).toEqual({ ok: false, code: 'stopped' });
  });
});

describe('a sender that goes on', () => {
  /** A sender that has given up on a dead network. */
  async function unsent() {
    const made = sealing();
    expect(await made.send('help')).toEqual({ ok: false, code: 'unsent', crowded: false });
    sent = [];
    return made;
  }

  it('sends the same bytes until they have arrived, hours later', async () => {
    const { sender } = await unsent();
    tries = [...Array<'silence'>(60).fill('silence'), 'stored'];
    const going = sender.goOn();
    await vi.advanceTimersByTimeAsync(3 * HOUR);
    expect(await going).toMatchObject({ ok: true });
    expect(sent).toHaveLength(61);
    expect(new Set(sent)).toEqual(new Set(['help 1']));
  });

  it('tries at once when the browser is online again', async () => {
    const { sender } = await unsent();
    tries = ['stored'];
    const going = sender.goOn();
    await vi.advanceTimersByTimeAsync(50);
    expect(sent).toHaveLength(0);
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(await going).toMatchObject({ ok: true });
  });

  it.each(['in a pause', 'in a try'])('stops %s when the words change', async (when) => {
    const { sender } = await unsent();
    tries = when === 'in a try' ? ['hangs'] : [];
    const going = sender.goOn();
    await vi.advanceTimersByTimeAsync(12_000);
    const before = sent.length;
    sender.halt();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await going).toEqual({ ok: false, code: 'stopped' });
    expect(sent).toHaveLength(before);
  });

  it('gives way to somebody who sends by hand, with the same bytes, and is never two at once', async () => {
    const { sender, send } = await unsent();
    tries = ['hangs', 'stored'];
    const going = sender.goOn();
    await vi.advanceTimersByTimeAsync(12_000);
    expect(await send('help')).toMatchObject({ ok: true });
    expect(await going).toEqual({ ok: false, code: 'stopped' });
    expect(sent).toEqual(['help 1', 'help 1']);
  });

  it('sends the same bytes again when words come back as they were', async () => {
    const { sender, send } = await unsent();
    void sender.goOn();
    sender.halt();
    tries = ['stored'];
    expect(await send('help')).toMatchObject({ ok: true });
    expect(new Set(sent)).toEqual(new Set(['help 1']));
  });

  it('stops when the page is left, and does not begin afterwards', async () => {
    const { sender, left } = await unsent();
    const going = sender.goOn();
    left.abort();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await going).toEqual({ ok: false, code: 'stopped' });
    expect(await sender.goOn()).toEqual({ ok: false, code: 'stopped' });
    expect(sent).toHaveLength(0);
  });

  it('ends when the worker says no', async () => {
    const { sender } = await unsent();
    tries = ['silence', 'too_large'];
    const going = sender.goOn();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(await going).toEqual({ ok: false, code: 'refused', reason: 'too_large' });
  });

  it('has nothing to do once everything is forgotten', async () => {
    const { sender } = await unsent();
    sender.forget();
    expect(await sender.goOn()).toEqual({ ok: false, code: 'stopped' });
  });
});
