import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSender } from '../../../src/reporter/sender.ts';

/** What the network does with each try, in turn: an HTTP status, or silence. */
let tries: (number | 'silence')[] = [];
let sent: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('fetch', async (_path: string, init: { body: string }) => {
    sent.push(init.body);
    const next = tries.shift() ?? 'silence';
    if (next === 'silence') throw new TypeError('No network');
    return new Response(next === 204 ? null : '{}', { status: next });
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
    const body = `${words} ${seals}`;
    return { call: { method: 'PUT' as const, path: '/api/referrals/x', body } };
  }, left.signal);
  const send = async (words: string) => {
    const sending = sender.send(words, () => {});
    await vi.runAllTimersAsync();
    return sending;
  };
  return { sender, send, left };
}

describe('a sender', () => {
  it('sends the same bytes again until they have arrived', async () => {
    tries = ['silence', 503, 429, 201];
    expect(await sealing().send('help')).toMatchObject({ ok: true });
    expect(sent).toEqual(['help 1', 'help 1', 'help 1', 'help 1']);
  });

  it('gives up on a dead network, and then sends the same bytes when asked again', async () => {
    tries = [];
    const { send } = sealing();
    expect(await send('help')).toEqual({ ok: false, code: 'unsent' });
    tries = [200];
    expect(await send('help')).toMatchObject({ ok: true });
    expect(new Set(sent)).toEqual(new Set(['help 1']));
  });

  it('seals anew when the words have changed', async () => {
    const { send } = sealing();
    await send('help');
    tries = [201];
    sent = [];
    await send('help me');
    expect(sent).toEqual(['help me 2']);
  });

  it('sends once, however often it is asked while it is busy', async () => {
    tries = [201];
    const { sender } = sealing();
    const first = sender.send('help', () => {});
    expect(await sender.send('help', () => {})).toEqual({ ok: false, code: 'busy' });
    await vi.runAllTimersAsync();
    expect(await first).toMatchObject({ ok: true });
    expect(sent).toHaveLength(1);
  });

  it('draws another id when one is taken, and stops when the worker says no', async () => {
    tries = [409, 201];
    expect(await sealing().send('help')).toMatchObject({ ok: true });
    expect(sent).toEqual(['help 1', 'help 2']);
    tries = [400];
    expect(await sealing().send('help')).toEqual({ ok: false, code: 'refused', status: 400 });
  });

  it('stops when the page is left', async () => {
    const { sender, left } = sealing();
    const sending = sender.send('help', () => {});
    left.abort();
    await vi.runAllTimersAsync();
    expect(await sending).toEqual({ ok: false, code: 'stopped' });
  });
});
