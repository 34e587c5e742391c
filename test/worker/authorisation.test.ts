import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import type { App } from '../../functions/env.ts';
import { refuse } from '../../functions/http/refuse.ts';
import { CONTRACT } from '../../src/protocol/wire/api/contract.ts';
import type { Routes } from '../../src/protocol/wire/api/route.ts';
import { EXPECTED_REACH, OWN_ROWS, reachOf } from './support/owned.ts';
import { newReferral, reporterMessage } from './support/referral.ts';
import { expectedStandings, type Row, standings, withoutRow } from './support/routes.ts';
import { emptyStore } from './support/rows.ts';

beforeEach(emptyStore);

/** Where an empty object is refused before anybody is asked who they are: a body that is read. */
const BODIES: Record<string, Row['body']> = {
  'POST /api/mailbox': async () => reporterMessage(await newReferral(), 'Ana'),
};

/** Every route of the contract, each by all of its ways. */
const ROUTES = [CONTRACT.public, CONTRACT.door, CONTRACT.desk]
  .flatMap((table: Routes) => Object.values(table))
  .flatMap((route) =>
    [route, ...(route.otherwise ? [route.otherwise] : [])].map(({ method, path }): Row => {
      const body = BODIES[`${method} ${path}`];
      return { method, path, who: route.who, ...(body && { body }) };
    }),
  );

/** The way out, which is a page and no call. */
const LANGUAGE = ':language{[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?}';
const EXIT = ['/x', `/x/${LANGUAGE}`, `/x/${LANGUAGE}/`];
const ROWS: readonly Row[] = [
  ...ROUTES,
  ...EXIT.map((path) => ({ method: 'GET', path, who: 'anyone' }) as const),
];

/** What requests pass on their way: the headers of each answer, the host, the origin and the session of the desk. */
const PASSAGES = ['ALL /*', 'ALL /*', 'ALL /api/desk/*', 'ALL /api/desk/*'];

it('lets in without a session at the door alone', () => {
  const open = ROUTES.filter(
    ({ who, path }) => !['member', 'administrator'].includes(who) && path.startsWith('/api/desk'),
  );
  expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/desk/invite',
    'POST /api/desk/invite/box',
    'POST /api/desk/members',
    'POST /api/desk/challenge',
    'POST /api/desk/session',
    'GET /api/desk/touch',
    'POST /api/desk/touch',
    'DELETE /api/desk/session',
    'POST /api/desk/session/end',
    'POST /api/desk/rings/:id/arrived',
    'POST /api/desk/rings/:id/answered',
    'POST /api/desk/rings/renewed',
  ]);
});

it('has a row for every route of the worker, and a route for every row', () => {
  expect(withoutRow(app, ROWS, PASSAGES)).toEqual({ unlisted: [], missing: [] });
});

it.each(ROWS)('$method $path lets in its $who, and nobody else', async (row) => {
  expect(await standings(app, row)).toEqual(expectedStandings(row));
});

it.each(OWN_ROWS)('$method $path reaches what is of whoever asks, and nobody else’s', async (row) => {
  expect(await reachOf(row)).toEqual(EXPECTED_REACH);
});

describe('what these two would miss if they were careless', () => {
  const roster = '/api/desk/roster';
  const whole = () => new Hono<App>().route('/', app);

  it.each([
    ['GET', whole().get(roster, (c) => c.json({}))],
    ['GET', whole().get(roster, async (c, _next) => c.json({}))],
    ['ALL', whole().all(roster, (c) => c.json({}))],
    ['ALL', whole().use(roster, async (c, _next) => c.json({}))],
  ])('names a route without a row: %s', (method, more) => {
    expect(withoutRow(more, ROWS, PASSAGES).unlisted).toEqual([`${method} ${roster}`]);
  });

  it('names a row whose route is gone', () => {
    const gone = { method: 'GET', path: roster, who: 'member' } as const;
    expect(withoutRow(app, [...ROWS, gone], PASSAGES).missing).toEqual([`GET ${roster}`]);
  });

  it('sees that a route in front of the session is open to nobody, and one behind it is not', async () => {
    const row: Row = { method: 'POST', path: roster, who: 'member' };
    const open = new Hono<App>().post(roster, (c) => c.json({})).route('/', app);
    expect(await standings(open, row)).toMatchObject({ nobody: 'in', 'member without an origin': 'in' });
    const closed = new Hono<App>().route('/', app).post(roster, (c) => c.json({}));
    closed.notFound((c) => refuse(c, 'not_found'));
    expect(await standings(closed, row)).toEqual(expectedStandings(row));
  });
});
