import type * as z from 'zod/mini';
import type { Deed } from '../../protocol/items/kinds/act.ts';
import { auditRoutes, type JustAct } from '../../protocol/wire/api/audit.ts';
import { bellRoutes } from '../../protocol/wire/api/bell.ts';
import { bellWayRoutes } from '../../protocol/wire/api/bell-ways.ts';
import { doorRoutes, type SessionBody } from '../../protocol/wire/api/door.ts';
import { draftRoutes } from '../../protocol/wire/api/drafts.ts';
import { dutyRoutes } from '../../protocol/wire/api/duty.ts';
import { entryRoutes } from '../../protocol/wire/api/entries.ts';
import { storedAs } from '../../protocol/wire/api/fields.ts';
import { handoffRoutes } from '../../protocol/wire/api/handoffs.ts';
import { handoverRoutes } from '../../protocol/wire/api/handovers.ts';
import { keyRoutes } from '../../protocol/wire/api/keys.ts';
import { peopleRoutes } from '../../protocol/wire/api/people.ts';
import { purgedThread, retentionRoutes } from '../../protocol/wire/api/retention.ts';
import type { AnswerOf, Route } from '../../protocol/wire/api/route.ts';
import { savedRoutes } from '../../protocol/wire/api/saved.ts';
import { tallyRoutes } from '../../protocol/wire/api/tallies.ts';
import { threadRoutes } from '../../protocol/wire/api/threads.ts';
import { thrownRoutes } from '../../protocol/wire/api/thrown.ts';
import { wayRoutes } from '../../protocol/wire/api/ways.ts';
import { NO_TRAIL, type Trail } from '../audit/done.ts';
import { type Surroundings, send } from './request.ts';
import type { ApiResult } from './result.ts';

const ROUTES = {
  ...doorRoutes,
  ...threadRoutes,
  ...thrownRoutes,
  ...draftRoutes,
  ...tallyRoutes,
  ...savedRoutes,
  ...retentionRoutes,
  ...entryRoutes,
  ...handoffRoutes,
  ...handoverRoutes,
  ...peopleRoutes,
  ...dutyRoutes,
  ...bellWayRoutes,
  ...bellRoutes,
  ...wayRoutes,
  ...keyRoutes,
  ...auditRoutes,
};
type DeskRoutes = typeof ROUTES;

/** What a call to a route is given: the id in its path, its body, and the parameter behind the path. */
type Given<R extends Route> = [
  ...(R['path'] extends `${string}:id${string}` ? [id: string] : []),
  ...(R['body'] extends z.ZodMiniType<infer Body> ? [body: Body] : []),
  ...(R extends { query: 'month' } ? [month: string] : R extends { query: string } ? [query?: number] : []),
];

type Call<Name extends keyof DeskRoutes> = (
  ...given: Given<DeskRoutes[Name]>
) => Promise<ApiResult<AnswerOf<DeskRoutes[Name]>>>;

/** A call of which the member's trail says more than its body does. */
type Told<Name extends keyof DeskRoutes, Of> = (
  ...given: [...Given<DeskRoutes[Name]>, told?: Of]
) => ReturnType<Call<Name>>;

/** A call that carries nothing but what the trail says, with the thread that it is about. */
type Within<Name extends keyof DeskRoutes> = (
  id: string,
  thread: string,
  body?: z.infer<typeof JustAct>,
) => ReturnType<Call<Name>>;

/** A call that carries nothing but what the trail says, of no one thread. */
type Bare<Name extends keyof DeskRoutes> = (
  id: string,
  body?: z.infer<typeof JustAct>,
) => ReturnType<Call<Name>>;

/** The calls of which the trail says more, or which carry nothing else. */
type TheirOwn = {
  changeState: Told<'changeState', { did: Deed; to?: string }>;
  addEntry: Told<'addEntry', Deed>;
  changePerson: Told<'changePerson', Deed>;
  letIn: Told<'letIn', string>;
  putSaved: Told<'putSaved', string>;
  removeSaved: Told<'removeSaved', string>;
  revoke: Within<'revoke'>;
  bringBack: Bare<'bringBack'>;
  withdrawHandover: Within<'withdrawHandover'>;
  withdrawInvite: Bare<'withdrawInvite'>;
  endSessions: Bare<'endSessions'>;
  removeWay: Bare<'removeWay'>;
  removeBellWay: Bare<'removeBellWay'>;
};

/** A call for each route of the worker that the desk uses. Signing in opens the session to which what follows belongs. */
export type Api = {
  [Name in Exclude<keyof DeskRoutes, 'signOut' | 'endOthers' | keyof TheirOwn>]: Call<Name>;
} & TheirOwn & {
    endOthers: (body?: z.infer<typeof JustAct>) => ReturnType<Call<'endOthers'>>;
    /** The trail of who is signed in (src/desk/audit/audited-api.ts). */
    trail: Trail;
    /** Ends a session of this browser, and no other; it outlives the page. */
    signOut: (session: string) => Promise<ApiResult<AnswerOf<DeskRoutes['signOut']>>>;
  };

/** What requests need, in a browser. */
export const inBrowser: Surroundings = {
  fetch: (path, init) => fetch(path, init),
  wait: (time) => new Promise((resolve) => setTimeout(resolve, time)),
};

/** How often a request is tried that may go again by itself. */
export const TRIES = 3;

/** A request to a route. Methods other than GET and POST do not get through every network. */
function requestTo(route: Route, given: readonly unknown[]) {
  const { method, path } = route.otherwise ?? route;
  const rest = [...given];
  const id = path.includes(':id') ? rest.shift() : '';
  const body = route.body === null ? undefined : rest.shift();
  const [query] = rest;
  const filled = path.replace(':id', encodeURIComponent(String(id)));
  return {
    method,
    path: query === undefined ? filled : `${filled}?${route.query}=${encodeURIComponent(String(query))}`,
    ...(body === undefined ? {} : { body }),
    answer: route.answer,
    tries: route.again ? TRIES : 1,
  };
}

/** Makes the client of the worker's API. */
export function createApi(surroundings: Surroundings = inBrowser): Api {
  let session: string | null = null;
  const calls = Object.entries<Route>(ROUTES).map(([name, route]) => [
    name,
    (...given: unknown[]) => send({ ...requestTo(route, given), session }, surroundings),
  ]);
  // Each call takes and gives what its row of the table says; only the table knows which.
  const api = { ...Object.fromEntries(calls), trail: NO_TRAIL } as Api;
  const stored = (route: Route, as: string, ...given: unknown[]) =>
    send({ ...requestTo(route, given), answer: storedAs(as), session }, surroundings);
  const opening =
    <Body>(call: (body: Body) => Promise<ApiResult<SessionBody>>) =>
    async (body: Body) => {
      const signedIn = await call(body);
      if (signedIn.ok) session = signedIn.value.session;
      return signedIn;
    };
  return {
    ...api,
    signIn: opening(api.signIn),
    touch: opening(api.touch),
    signOut: (ended) =>
      send(
        {
          ...requestTo(ROUTES.signOut, []),
          answer: ROUTES.signOut.answer,
          keepalive: true,
          session: ended,
        },
        surroundings,
      ),
    // Stored is only what the worker says is stored under this very id.
    answer: (id, body) => stored(ROUTES.answer, body.id, id, body),
    changeState: (id, body) => api.changeState(id, body),
    addEntry: (id, body) => stored(ROUTES.addEntry, body.entry.id, id, body),
    putSaved: (id, body) => stored(ROUTES.putSaved, id, id, body),
    removeSaved: (id, body) => stored(ROUTES.removeSaved, id, id, body),
    putDraft: (id, body) => stored(ROUTES.putDraft, id, id, body),
    removeDraft: (id) => stored(ROUTES.removeDraft, id, id),
    putTally: (id, body) => stored(ROUTES.putTally, id, id, body),
    handOff: (id, body) => stored(ROUTES.handOff, body.id, id, body),
    revoke: (id, _thread, body = {}) => stored(ROUTES.revoke, id, id, body),
    bringBack: (id, body = {}) => api.bringBack(id, body),
    handOver: (id, body) => stored(ROUTES.handOver, id, id, body),
    invite: (body) => stored(ROUTES.invite, body.id, body),
    withdrawInvite: (id, body = {}) => stored(ROUTES.withdrawInvite, id, id, body),
    changePerson: (id, body) => api.changePerson(id, body),
    endSessions: (id, body = {}) => api.endSessions(id, body),
    endOthers: (body = {}) => api.endOthers(body),
    letIn: (id, body) => stored(ROUTES.letIn, id, id, body),
    putBellWay: (id, body) => stored(ROUTES.putBellWay, id, id, body),
    removeBellWay: (id, body = {}) => stored(ROUTES.removeBellWay, id, id, body),
    putShift: (id, body) => stored(ROUTES.putShift, id, id, body),
    addPasskey: (id, body) => stored(ROUTES.addPasskey, id, id, body),
    addPassphrase: (id, body) => stored(ROUTES.addPassphrase, id, id, body),
    rewrap: (id, body) => stored(ROUTES.rewrap, id, id, body),
    removeWay: (id, body = {}) => stored(ROUTES.removeWay, id, id, body),
    withdrawHandover: (id, _thread, body = {}) => stored(ROUTES.withdrawHandover, id, id, body),
    postAct: (body) => stored(ROUTES.postAct, body.act.id, body),
    purge: (id, body) =>
      send({ ...requestTo(ROUTES.purge, [id, body]), answer: purgedThread(id), session }, surroundings),
  };
}
