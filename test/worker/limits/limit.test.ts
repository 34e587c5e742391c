import { describe, expect, it } from 'vitest';
import { ask, refusal } from '../support/ask.ts';
import { newReferral, put } from '../support/referral.ts';

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

  it('is asked for a proof by what begins a thread, by either method', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.9' };
    for (let count = 0; count < 120; count++) await put('x', {}, headers);
    const { id, body } = await newReferral();
    const answer = await put(id, body, headers);
    expect(await refusal(answer)).toEqual([429, 'proof_wanted']);
    const otherwise = await ask(`/api/referrals/${id}`, { json: body, headers });
    expect(await refusal(otherwise)).toEqual([429, 'proof_wanted']);
  });

  it('is the only one to wait', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.1' };
    for (let count = 0; count < 120; count++) await put('x', {}, headers);
    const { id, body } = await newReferral();
    expect((await put(id, body, headers)).status).toBe(429);
    expect((await put(id, body, { 'CF-Connecting-IP': '198.51.100.2' })).status).toBe(201);
  });

  it('still gets to its mailbox when it has sent too many referrals', async () => {
    const headers = { 'CF-Connecting-IP': '198.51.100.3' };
    for (let count = 0; count < 120; count++) await put('x', {}, headers);
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
