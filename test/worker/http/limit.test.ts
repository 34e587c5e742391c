import { afterEach, describe, expect, it, vi } from 'vitest';
import { toBase64url, utf8 } from '../../../src/protocol/wire/bytes.ts';
import { ask, askWith, refusal } from '../support/ask.ts';
import { newReferral, put } from '../support/referral.ts';

afterEach(() => vi.useRealTimers());

/** Sends requests from one address until one is refused for their number, and gives that answer. */
async function flood(send: (headers: Record<string, string>) => Promise<Response>, address: string) {
  for (let count = 0; count < 400; count++) {
    const answer = await send({ 'CF-Connecting-IP': address });
    if (answer.status === 429) return answer;
  }
  throw new Error('Nothing was limited.');
}

describe('an address that floods', () => {
  const routes: [string, (headers: Record<string, string>) => Promise<Response>][] = [
    ['PUT /api/referrals/:id', (headers) => ask('/api/referrals/x', { method: 'PUT', json: {}, headers })],
    ['POST /api/referrals/:id', (headers) => ask('/api/referrals/x', { json: {}, headers })],
    ['POST /api/mailbox/delete', (headers) => ask('/api/mailbox/delete', { method: 'POST', headers })],
    ['GET /api/mailbox', (headers) => ask('/api/mailbox', { headers })],
    ['POST /api/desk/challenge', (headers) => ask('/api/desk/challenge', { json: { name: 'Ann' }, headers })],
    ['POST /api/desk/session', (headers) => ask('/api/desk/session', { json: {}, headers })],
    ['POST /api/desk/invite', (headers) => ask('/api/desk/invite', { json: {}, headers })],
    ['POST /api/desk/members', (headers) => ask('/api/desk/members', { json: {}, headers })],
  ];

  it.each(routes)('is told to wait a minute by %s', async (route, send) => {
    const answer = await flood(send, `192.0.2.${routes.findIndex(([name]) => name === route)}`);
    expect(await refusal(answer)).toEqual([429, 'limited']);
    expect(answer.headers.get('Retry-After')).toBe('60');
  });

  it('can not begin anew by the other method', async () => {
    const address = '198.51.100.9';
    await flood((from) => ask('/api/referrals/x', { json: {}, headers: from }), address);
    const headers = { 'CF-Connecting-IP': address };
    const answer = await ask('/api/referrals/x', { method: 'PUT', json: {}, headers });
    expect(await refusal(answer)).toEqual([429, 'limited']);
  });

  it('is the only one to wait', async () => {
    const { id, body } = await newReferral();
    expect((await flood((headers) => put(id, body, headers), '198.51.100.1')).status).toBe(429);
    expect((await put(id, body, { 'CF-Connecting-IP': '198.51.100.2' })).status).toBe(200);
  });

  it('still gets to its mailbox when it has sent too many referrals', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.3' };
    await flood(
      (from) => ask('/api/referrals/x', { method: 'PUT', json: {}, headers: from }),
      '198.51.100.3',
    );
    expect((await ask('/api/mailbox', { headers })).status).toBe(401);
  });

  it('does not get around it by changing its address within its IPv6 network', async () => {
    let host = 0;
    const send = (headers: Record<string, string>) =>
      ask('/api/desk/session', {
        json: {},
        headers: { ...headers, 'CF-Connecting-IP': `2001:db8:1:2::${host++}` },
      });
    expect((await flood(send, '')).status).toBe(429);
  });
});

it('lets everyone in when counting fails', async () => {
  const REFERRAL_LIMIT: RateLimit = { limit: () => Promise.reject(new Error('down')) };
  const { id, body } = await newReferral();
  const answer = await askWith({ REFERRAL_LIMIT }, `/api/referrals/${id}`, { method: 'PUT', json: body });
  expect(answer.status).toBe(201);
});

it('counts under a key that is not the address, nor its plain hash', async () => {
  const keys: string[] = [];
  const MAILBOX_LIMIT: RateLimit = {
    limit: ({ key }) => {
      keys.push(String(key));
      return Promise.resolve({ success: true });
    },
  };
  for (const address of ['192.0.2.77', '192.0.2.77', '192.0.2.78']) {
    await askWith({ MAILBOX_LIMIT }, '/api/mailbox', { headers: { 'CF-Connecting-IP': address } });
  }
  const hash = await crypto.subtle.digest('SHA-256', utf8('192.0.2.77'));
  expect(keys[0]).toMatch(/^[\w-]{43}$/);
  expect(keys[0]).not.toBe(toBase64url(new Uint8Array(hash)));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('draws another salt every day', async () => {
  const keys: string[] = [];
  const MAILBOX_LIMIT: RateLimit = {
    limit: ({ key }) => {
      keys.push(String(key));
      return Promise.resolve({ success: true });
    },
  };
  vi.useFakeTimers({ toFake: ['Date'] });
  for (const day of ['2026-11-21T00:00:00Z', '2026-11-21T23:59:59Z', '2026-11-22T00:00:00Z']) {
    vi.setSystemTime(new Date(day));
    await askWith({ MAILBOX_LIMIT }, '/api/mailbox', { headers: { 'CF-Connecting-IP': '192.0.2.77' } });
  }
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});
