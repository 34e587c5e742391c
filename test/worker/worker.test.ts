import { describe, expect, it } from 'vitest';
import { workerHeaders } from '../../functions/security/headers.ts';
import { ask, askWith, refusal } from './support/ask.ts';
import { memberOnDuty } from './support/member.ts';
import { siteOf } from './support/site.ts';

it.each([
  ['GET', '/api/'],
  ['GET', '/api/nothing'],
  ['GET', '/api/referrals'],
  ['GET', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['PATCH', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['GET', '/api/mailbox/delete'],
  ['DELETE', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['OPTIONS', '/api/referrals/AAAAAAAAAAAAAAAAAAAAAA'],
  ['POST', '/api/health'],
  ['POST', '/x'],
  ['GET', '/x/'],
  ['GET', '/x/deutsch/'],
])('%s %s is not there', async (method, path) => {
  expect(await refusal(await ask(path, { method }))).toEqual([404, 'not_found']);
});

it.each(['/api/desk', '/api/desk/session/end', '/api/desk/challenge', '/api/desk/nothing'])(
  'GET %s is not there, which only a member learns',
  async (path) => {
    expect(await refusal(await ask(path))).toEqual([401, 'unauthorized']);
    const { headers } = await memberOnDuty();
    expect(await refusal(await ask(path, { headers }))).toEqual([404, 'not_found']);
  },
);

it('puts the security headers on every answer, and keeps it out of caches', async () => {
  const answers = await Promise.all([
    ask('/api/health'),
    ask('/api/nothing'),
    ask('/api/mailbox'),
    ask('/api/referrals/x', { method: 'PUT', json: {} }),
    ask('/api/desk/threads'),
    ask('/api/desk/session', { method: 'DELETE' }),
    ask('/x'),
    ask('/x/nl/'),
  ]);
  for (const answer of answers) {
    expect(Object.fromEntries(answer.headers)).toMatchObject(
      Object.fromEntries(Object.entries(workerHeaders()).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    for (const name of [
      'Access-Control-Allow-Origin',
      'NEL',
      'Report-To',
      'Reporting-Endpoints',
      'Link',
      'Refresh',
    ])
      expect(answer.headers.get(name)).toBeNull();
  }
});

it('leaves everything else to the built site', async () => {
  const paths = ['/', '/nl/', '/api', '/apix', '/xy', '/key.json'];
  for (const path of paths) {
    expect(await (await askWith({ ASSETS: siteOf(paths) }, path)).text()).toBe(`asset ${path}`);
  }
});

describe('what the built site does not have', () => {
  const ASSETS = siteOf([
    ...['/404/', '/nl/404/', '/fr/404/', '/en/404/', '/pl/404/', '/pt-BR/404/'],
    ...['/nl/info/a/', '/fa-AF/info/', '/_astro/abc.js'],
  ]);

  it.each([
    ['/nothing/', '/404/'],
    ['/nl/nothing/', '/nl/404/'],
    ['/FR/nothing', '/fr/404/'],
    ['/pl/nothing/', '/pl/404/'],
    ['/pt-br/nothing/', '/pt-BR/404/'],
    ['/de/nothing/', '/404/'],
    ['/nlx/', '/404/'],
    ['/_astro/gone.js', '/404/'],
    ['/fonts/gone.woff2', '/404/'],
    ['/print/nl/gone.pdf', '/404/'],
    ['//nl/info/a/', '/404/'],
    ['//NL/INFO/A/', '/404/'],
  ])('%s: 404, with the page %s and its headers, which let nobody keep it', async (path, page) => {
    const answer = await askWith({ ASSETS }, path);
    expect([answer.status, await answer.text()]).toEqual([404, `asset ${page}`]);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('ETag')).toBeNull();
  });

  it.each([
    ['/NL/info/A/', '/nl/info/a/'],
    ['/Nl/Info/a/?x=A', '/nl/info/a/?x=A'],
    ['/fa-af/info/', '/fa-AF/info/'],
    ['/FA-AF/Info/', '/fa-AF/info/'],
  ])('%s, as people type from paper, leads to %s', async (path, there) => {
    const answer = await askWith({ ASSETS }, path);
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, there]);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('is still no page to send something to, nor to be kept when the site itself is gone', async () => {
    expect((await askWith({ ASSETS: siteOf([]) }, '/nl/')).headers.get('Cache-Control')).toBe('no-store');
    expect((await askWith({ ASSETS: siteOf([]) }, '/nl/')).status).toBe(404);
  });
});
