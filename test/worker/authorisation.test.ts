import { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { app } from '../../functions/app.ts';
import type { App } from '../../functions/env.ts';
import { newReferral, reporterMessage } from './support/referral.ts';
import { expectedStandings, type Row, standings, withoutRow } from './support/routes.ts';
import { emptyStore } from './support/rows.ts';

beforeEach(emptyStore);

const message = async () => reporterMessage(await newReferral(), 'Ana');

/** Every route of the worker, and who may call it. */
const ROWS: readonly Row[] = [
  { method: 'PUT', path: '/api/referrals/:id', who: 'anyone' },
  { method: 'POST', path: '/api/referrals/:id', who: 'anyone' },
  { method: 'GET', path: '/api/mailbox', who: 'receipt' },
  { method: 'POST', path: '/api/mailbox', who: 'receipt', body: message },
  { method: 'DELETE', path: '/api/mailbox', who: 'receipt' },
  { method: 'POST', path: '/api/mailbox/delete', who: 'receipt' },
  { method: 'GET', path: '/api/health', who: 'anyone' },
  { method: 'POST', path: '/api/desk/invite', who: 'visitor' },
  { method: 'POST', path: '/api/desk/members', who: 'visitor' },
  { method: 'POST', path: '/api/desk/challenge', who: 'visitor' },
  { method: 'POST', path: '/api/desk/session', who: 'visitor' },
  { method: 'DELETE', path: '/api/desk/session', who: 'visitor' },
  { method: 'POST', path: '/api/desk/session/end', who: 'visitor' },
  { method: 'GET', path: '/api/desk/referrals', who: 'member' },
  { method: 'GET', path: '/api/desk/referrals/:id', who: 'member' },
  { method: 'POST', path: '/api/desk/referrals/:id/acknowledge', who: 'member' },
  { method: 'POST', path: '/api/desk/referrals/:id/release', who: 'member' },
  { method: 'POST', path: '/api/desk/referrals/:id/messages', who: 'member' },
  { method: 'POST', path: '/api/desk/thrown', who: 'member' },
  { method: 'POST', path: '/api/desk/thrown/:id/back', who: 'member' },
  { method: 'GET', path: '/x', who: 'anyone' },
  { method: 'GET', path: '/x/:language{nl|fr|en}', who: 'anyone' },
  { method: 'GET', path: '/x/:language{nl|fr|en}/', who: 'anyone' },
];

/** What every request passes on its way: the headers of each answer, the origin and the session of the desk, a limit. */
const PASSAGES = ['ALL /*', 'ALL /api/desk/*', 'ALL /api/desk/*', 'ALL /api/mailbox/*'];

it('has a row for every route of the worker, and a route for every row', () => {
  expect(withoutRow(app, ROWS, PASSAGES)).toEqual({ unlisted: [], missing: [] });
});

it.each(ROWS)('$method $path lets in its $who, and nobody else', async (row) => {
  expect(await standings(app, row)).toEqual(expectedStandings(row));
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
    expect(await standings(closed, row)).toEqual(expectedStandings(row));
  });
});
