import { env } from 'cloudflare:workers';
import type { Hono } from 'hono';
import { inspectRoutes } from 'hono/dev';
import type { App } from '../../../functions/env.ts';
import { CONTRACT } from '../../../src/protocol/wire/api/contract.ts';
import type { Who } from '../../../src/protocol/wire/api/route.ts';
import { DESK, homeOf, ORIGIN, randomAddress } from './ask.ts';
import { joinedMember, sessionOf } from './member.ts';

/** A route as tests ask it: who may call it, and a body that gets past reading where an empty object doesn't. */
export type Row = {
  method: string;
  path: string;
  who: Who;
  body?: () => Promise<unknown>;
};

/** Everything that an app answers or passes on, as `METHOD /path`, sorted; a passage (`use`, `all`) is `ALL /path`. */
export function routesOf(app: Hono<App>): string[] {
  const entries = inspectRoutes(app).map(({ method, path }) => `${method} ${path}`);
  const routes = new Set(entries.filter((entry) => !entry.startsWith('ALL ')));
  return [...routes, ...entries.filter((entry) => entry.startsWith('ALL '))].sort();
}

/** What an app has and the rows don't, and the other way round. `passages` are the rows of `use`, as often as they are. */
export function withoutRow(
  app: Hono<App>,
  rows: readonly Row[],
  passages: readonly string[],
): { unlisted: string[]; missing: string[] } {
  const unlisted = routesOf(app);
  const missing: string[] = [];
  for (const row of [...rows.map(({ method, path }) => `${method} ${path}`), ...passages]) {
    const at = unlisted.indexOf(row);
    if (at < 0) missing.push(row);
    else unlisted.splice(at, 1);
  }
  return { unlisted, missing };
}

/**
 * How somebody stands before a route: let in, whatever it then says to an empty request, or turned away; or told, at the host
 * that does not answer for it, just what is told of something that is nowhere.
 */
export type Standing = 'in' | 'unauthorized' | 'forbidden' | 'absent';

/** Who may ask: with which session, and from a page of which origin. */
export type Asker = keyof typeof ASKERS;

/** The host that does not answer for a path. */
const otherHome = (path: string) => (homeOf(path) === DESK ? ORIGIN : DESK);

/** The origins of the page that asks, by whose it is to a route at `own`. */
const ORIGINS: Record<'own' | 'other' | 'none' | 'elsewhere', (own: string) => (string | null)[]> = {
  own: (own) => [own],
  other: (own) => [
    'https://pag-asa.example',
    // What shares the name of the domain shares no origin.
    own.replace(/^https:\/\/(desk\.)?/, 'https://www.'),
    'null',
    '',
    own.replace('https', 'http'),
    `${own}:8443`,
  ],
  none: () => [null],
  // There, whichever of the two hosts the page is of.
  elsewhere: () => [ORIGIN, DESK],
};

const ASKERS = {
  nobody: { session: 'none', page: 'own' },
  member: { session: 'open', page: 'own' },
  administrator: { session: 'chief', page: 'own' },
  'member who is suspended': { session: 'suspended', page: 'own' },
  'somebody signed out': { session: 'ended', page: 'own' },
  'member on a page of another origin': { session: 'open', page: 'other' },
  'member without an origin': { session: 'open', page: 'none' },
  'member at the other host': { session: 'open', page: 'elsewhere' },
} as const;

/** What either host answers: a desk sends and deletes the trial of its alarm by itself. */
const BOTH_HOSTS = [
  CONTRACT.public.health.path,
  CONTRACT.public.send.path,
  CONTRACT.public.erase.otherwise.path,
] as readonly string[];

/** Who is let in where: by who may call a route, and whether the route only reads. */
export function expectedStandings({ method, path, who }: Row): Record<Asker, Standing> {
  const elsewhere = method === 'GET' ? 'in' : 'forbidden';
  const all = (standing: Standing): Record<Asker, Standing> => ({
    nobody: standing,
    member: standing,
    administrator: standing,
    'member who is suspended': standing,
    'somebody signed out': standing,
    'member on a page of another origin': standing,
    'member without an origin': standing,
    'member at the other host': BOTH_HOSTS.includes(path) ? standing : 'absent',
  });
  if (who === 'anyone') return all('in');
  // A session opens no mailbox: only a receipt does.
  if (who === 'receipt') return all('unauthorized');
  const desk = {
    ...all('in'),
    'member on a page of another origin': elsewhere,
    'member without an origin': elsewhere,
  } as const;
  if (who === 'visitor') return desk;
  const closed = {
    nobody: 'unauthorized',
    'somebody signed out': 'unauthorized',
    'member who is suspended': 'unauthorized',
  } as const;
  if (who === 'member') return { ...desk, ...closed };
  const refused = {
    member: 'forbidden',
    'member on a page of another origin': 'forbidden',
    'member without an origin': 'forbidden',
  } as const;
  return { ...desk, ...closed, ...refused };
}

/** How each asker stands before a route of an app; `mixed` where several origins of one asker stand differently. */
export async function standings(app: Hono<App>, row: Row): Promise<Record<Asker, Standing | 'mixed'>> {
  const member = await joinedMember();
  const [chief, out] = [await joinedMember(undefined, 'administrator'), await joinedMember()];
  const sessions = {
    none: {},
    open: await sessionOf(member),
    ended: await sessionOf(member),
    chief: await sessionOf(chief),
    suspended: await sessionOf(out),
  };
  // Not by the route, which ends the sessions too: one that was left would open nothing either.
  await env.DB.prepare('UPDATE members SET suspended_at = 1 WHERE id = ?').bind(out.body.id).run();
  await send(app, 'POST', '/api/desk/session/end', { ...sessions.ended, Origin: DESK }, {});
  const seen = Object.entries(ASKERS).map(async ([asker, { session, page }]) => {
    const origins = ORIGINS[page](homeOf(row.path));
    const at = page === 'elsewhere' ? otherHome(row.path) : homeOf(row.path);
    const answers = await Promise.all(
      origins.map((origin) => standing(app, row, sessions[session], origin, at)),
    );
    return [asker, new Set(answers).size === 1 ? answers[0] : 'mixed'] as const;
  });
  return Object.fromEntries(await Promise.all(seen)) as Record<Asker, Standing | 'mixed'>;
}

async function standing(
  app: Hono<App>,
  { method, path, body }: Row,
  session: Record<string, string>,
  origin: string | null,
  at: string,
): Promise<Standing> {
  const headers = { ...session, ...(origin === null ? {} : { Origin: origin }) };
  const filled = path.replace(/:language\{.*\}/, 'nl').replace(/:\w+/, 'A'.repeat(22));
  const carried = body ? await body() : {};
  const answer = await send(app, method, filled, headers, carried, at);
  if (answer.status === 401) return 'unauthorized';
  if (answer.status === 403) return 'forbidden';
  if (at === homeOf(path)) return 'in';
  const nowhere = await send(app, method, '/api/nothing', headers, carried, at);
  return (await told(answer)) === (await told(nowhere)) ? 'absent' : 'in';
}

/** All that an answer tells. */
const told = async (answer: Response) =>
  JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()]);

async function send(
  app: Hono<App>,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown,
  at = homeOf(path),
): Promise<Response> {
  const request = new Request(at + path, {
    method,
    headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': randomAddress(), ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  return app.fetch(request, env);
}
