import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { workerHeaders } from '../../functions/security/headers.ts';
import { ask, askWith, refusal } from './support/ask.ts';

it.each([
  ['GET', '/api/'],
  ['GET', '/api/nothing'],
  ['GET', '/api/referrals'],
  ['GET', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['POST', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['DELETE', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['OPTIONS', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['POST', '/api/health'],
  ['GET', '/api/desk/members'],
  ['GET', '/api/desk/nothing'],
  ['POST', '/x'],
])('%s %s is not there', async (method, path) => {
  expect(await refusal(await ask(path, { method }))).toEqual([404, 'not_found']);
});

it('puts the security headers on every answer, and keeps it out of caches', async () => {
  const answers = await Promise.all([
    ask('/api/health'),
    ask('/api/nothing'),
    ask('/api/mailbox'),
    ask('/api/referrals/x', { method: 'PUT', json: {} }),
    ask('/api/desk/referrals'),
    ask('/api/desk/session', { method: 'DELETE' }),
    ask('/x'),
  ]);
  for (const answer of answers) {
    expect(Object.fromEntries(answer.headers)).toMatchObject(
      Object.fromEntries(Object.entries(workerHeaders()).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  }
});

it('leaves everything else to the built site', async () => {
  const ASSETS: Fetcher = new Proxy(env.ASSETS, {
    get: () => async (request: Request) => new Response(`asset ${new URL(request.url).pathname}`),
  });
  for (const path of ['/', '/nl/', '/api', '/apix', '/x/', '/xy', '/key.json']) {
    expect(await (await askWith({ ASSETS }, path)).text()).toBe(`asset ${path}`);
  }
});
