import { describe, expect, it } from 'vitest';
import { createApi } from '../../../src/desk/api/client.ts';

const thread = 'AAAAAAAAAAAAAAAAAAAAAA';
const refused = (code: string, status: number, headers: Record<string, string> = {}) =>
  Response.json({ error: { code } }, { status, headers });

/** An API over a network that gives these answers in turn; `lost` throws as an unplugged one does. */
function apiThatMeets(answers: (Response | 'lost')[]) {
  const asked: { method: unknown; path: string; body: unknown }[] = [];
  const waits: number[] = [];
  const api = createApi({
    fetch: async (path, { method, body }) => {
      asked.push({ method, path, body });
      const answer = answers.shift();
      if (!answer || answer === 'lost') throw new TypeError('Failed to fetch');
      return answer;
    },
    wait: async (time) => void waits.push(time),
  });
  return { api, asked, waits };
}

describe('asking the worker', () => {
  it('sends what can be sent twice again, in the same bytes, after longer and longer waits', async () => {
    const { api, asked, waits } = apiThatMeets([
      'lost',
      refused('unavailable', 503),
      Response.json({ ok: true, id: thread }, { status: 201 }),
    ]);
    const sent = await api.answer(thread, { id: thread, envelope: 'AAAA', seq: 1, rev: 2 });
    expect(sent).toMatchObject({ ok: true });
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
    expect(asked).toHaveLength(3);
    expect(waits).toHaveLength(2);
    expect(Math.max(waits[0] ?? 0, 0)).toBeLessThan(waits[1] ?? 0);
  });

  it('gives up after the third time and says why', async () => {
    const { api, asked } = apiThatMeets(['lost', 'lost', 'lost', Response.json({})]);
    expect(await api.thread(thread)).toMatchObject({ ok: false, code: 'offline' });
    expect(asked).toHaveLength(3);
  });

  it('signs in once only: a challenge is used up by the first try', async () => {
    const { api, asked } = apiThatMeets(['lost', Response.json({})]);
    await api.signIn({ name: 'Ana', challenge: 'x', signature: 'y' });
    expect(asked).toHaveLength(1);
  });

  it('does not repeat what the worker refused for a reason, and passes the reason on', async () => {
    const { api, asked } = apiThatMeets([refused('limited', 429, { 'Retry-After': '60' })]);
    expect(await api.challenge({ name: 'Ana' })).toEqual({ ok: false, code: 'limited', retryAfter: 60 });
    expect(asked).toHaveLength(1);
  });

  it('asks again where a captive network answers, and says so in the end', async () => {
    const pages = [200, 302, 511].map((status) => new Response('<h1>Free Wi-Fi</h1>', { status }));
    const { api, asked } = apiThatMeets(pages);
    expect(await api.threads()).toEqual({ ok: false, code: 'foreign' });
    expect(asked).toHaveLength(3);
  });

  it('takes no weak cost, and nothing stored under another id, for an answer', async () => {
    const { api, asked } = apiThatMeets([
      Response.json({ ok: true, id: 'AAAAAAAAAAAAAAAAAAAAAQ' }, { status: 201 }),
      Response.json({
        ok: true,
        challenge: 'x',
        kdf: { name: 'argon2id', salt: thread, memoryKiB: 1024, passes: 1, lanes: 1 },
      }),
    ]);
    const fault = { ok: false, code: 'unreadable' };
    expect(await api.answer(thread, { id: thread, envelope: 'AAAA', seq: 1, rev: 2 })).toEqual(fault);
    expect(await api.challenge({ name: 'Ana' })).toEqual(fault);
    expect(asked).toHaveLength(2);
  });

  it('signs out by a method that passes every network', async () => {
    const { api, asked } = apiThatMeets([Response.json({ ok: true, session: 'ended' })]);
    expect(await api.signOut('A'.repeat(43))).toMatchObject({ ok: true });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/desk/session/end']);
  });

  it('keeps an id inside its place in the address', async () => {
    const { api, asked } = apiThatMeets([]);
    await api.thread('../session?x=1#y');
    expect(asked[0]?.path).toBe('/api/desk/threads/..%2Fsession%3Fx%3D1%23y');
  });
});
