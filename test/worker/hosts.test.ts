import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import { watchRoutes } from '../../src/protocol/wire/api/watch.ts';
import { ask, askWith, DESK, homeOf, ORIGIN } from './support/ask.ts';
import { routesOf } from './support/routes.ts';
import { emptyStore } from './support/rows.ts';
import { siteOf } from './support/site.ts';

beforeEach(emptyStore);

/** Hosts that are not the desk's, however they are called: what answers there is public. */
const PUBLIC = [
  ORIGIN,
  'https://pag-asa.example',
  'https://www.desk.pag-asa.test',
  'https://desk.pag-asa.test.example',
  'https://mydesk.pag-asa.test',
  'https://desk.pag-asa.test.',
];

/** The desk's host, as browsers may be asked to spell it. */
const DESKS = [DESK, `${DESK}:8443`, DESK.replace('https', 'http'), DESK.toUpperCase()];

const everywhere = [...PUBLIC.map((at) => [at, ORIGIN] as const), ...DESKS.map((at) => [at, DESK] as const)];

/** All that an answer tells. */
async function told(answer: Response): Promise<unknown> {
  return { status: answer.status, headers: [...answer.headers].sort(), body: await answer.text() };
}

/** The built site, with something of both hosts. */
const ASSETS = siteOf([
  ...['/404/', '/nl/404/', '/nl/desk/404/', '/fr/desk/404/'],
  ...['/nl/', '/nl/info/a/', '/key.json', '/_astro/abc.js'],
  ...['/nl/desk/', '/nl/desk', '/nl/desk/index.html', '/nl/desk.html', '/_desk/abc.js'],
  // Cloudflare finds files by other spellings, too.
  ...['/nl/%64esk/', '/nl//desk/', '/nl%2Fdesk/', '//nl/desk/', '/%5Fdesk/abc.js', '/x', '/x/nl/'],
]);

/** What a desk asks for as well: health, and what sends and deletes a drill. */
const BOTH = ['/api/health', `/api/referrals/${'A'.repeat(22)}`, '/api/mailbox/delete'];

/** Routes of machines that show a secret: to whoever shows none they are not there, on their own host either. */
const SHUT = Object.values(watchRoutes).map(({ path }) => path.replace(/:\w+/, 'A'.repeat(22)));

const routes = routesOf(app)
  .filter((route) => !route.startsWith('ALL '))
  .map((route) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, path: path.replace(/:language\{.*\}/, 'nl').replace(/:\w+/, 'A'.repeat(22)) };
  });

describe.each(everywhere)('at %s', (at, home) => {
  it.each(routes)('$method $path answers where it belongs, and else as what is not there', async (route) => {
    const { method, path } = route;
    const asked = { method, at, ...(method === 'GET' ? {} : { json: {} }) };
    const answer = await told(await askWith({ ASSETS }, path, asked));
    const nothing = path.startsWith('/api/') ? '/api/nothing' : '/nothing/';
    const missing = await told(await askWith({ ASSETS }, nothing, asked));
    const own = (BOTH.includes(path) || homeOf(path) === home) && !SHUT.includes(path);
    if (own) expect(answer).not.toEqual(missing);
    else expect(answer).toEqual(missing);
    expect(missing).toMatchObject({ status: 404 });
  });
});

const ofDesk = ['/nl/desk/', '/nl/desk', '/nl/desk/index.html', '/nl/desk.html', '/_desk/abc.js'];
const spelt = ['/nl/%64esk/', '/nl//desk/', '/nl%2Fdesk/', '//nl/desk/', '/%5Fdesk/abc.js'];
const small = ['/NL/Desk/', '/_DESK/abc.js'];

describe.each(PUBLIC)('the built site at %s', (at) => {
  it.each([...ofDesk, ...spelt, ...small, '/nl/desk/404/'])(
    'has no %s, in whatever way it is asked',
    async (path) => {
      const first = /^\/(nl|NL)\//.test(path) ? '/nl/' : '/';
      for (const method of ['GET', 'HEAD', 'POST']) {
        const answer = await told(await askWith({ ASSETS }, path, { method, at }));
        expect(answer).toEqual(await told(await askWith({ ASSETS }, `${first}nothing`, { method, at })));
        expect(answer).toMatchObject({ status: 404 });
      }
    },
  );
});

describe.each(DESKS)('the built site at %s', (at) => {
  it.each([...ofDesk, ...spelt])('has %s', async (path) => {
    expect(await (await askWith({ ASSETS }, path, { at })).text()).toBe(`asset ${path}`);
  });

  it.each(['/', '/nl/', '/nl/info/a/', '/key.json', '/_astro/abc.js', '/x', '/x/nl/', '/NL/', '/nl/404/'])(
    'has no %s where the worker is asked, and says so with a page of its own',
    async (path) => {
      const answer = await askWith({ ASSETS }, path, { at });
      expect([answer.status, await answer.text()]).toEqual([404, 'asset /nl/desk/404/']);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Clear-Site-Data')).toBeNull();
    },
  );

  it('says so in the language of the address', async () => {
    expect(await (await askWith({ ASSETS }, '/fr/nothing/', { at })).text()).toBe('asset /fr/desk/404/');
  });
});

it('there is no desk anywhere where its host is not named', async () => {
  for (const DESK_HOST of [undefined, '']) {
    for (const at of [...PUBLIC, ...DESKS]) {
      const [page, call] = [
        await askWith({ ASSETS, DESK_HOST }, '/nl/desk/', { at }),
        await askWith({ ASSETS, DESK_HOST }, '/api/desk/challenge', { at, json: { name: 'Ana' } }),
      ];
      expect([page.status, call.status]).toEqual([404, 404]);
    }
  }
});

it('a port in the name of the desk’s host is not counted', async () => {
  const bindings = { ASSETS, DESK_HOST: 'desk.localhost:8787' };
  const answer = await askWith(bindings, '/nl/desk/', { at: 'http://desk.localhost:8799' });
  expect(answer.status).toBe(200);
});

it('a spelling of an address that the worker reads as one of the desk’s opens nothing', async () => {
  const json = { name: 'Ana' };
  const asked = await ask('/api/%64esk/challenge', { at: ORIGIN, json });
  expect(await told(asked)).toEqual(await told(await ask('/api/nothing', { at: ORIGIN, json })));
});
