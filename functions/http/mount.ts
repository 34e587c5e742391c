import { type Context, Hono } from 'hono';
import type { Route, Way, Who } from '../../src/protocol/wire/api/route.ts';
import type { App } from '../env.ts';
import { administrators } from './administrators.ts';
import { readBody } from './body.ts';
import { limit } from './limit.ts';
import { type Reply, sendReply } from './reply.ts';

/** What a request asks of a route: the id in its path (empty where there is none), and its body. */
export type Asked<Body> = { id: string; body: Body };

/** A route of the contract with what answers it. */
export type Served<By extends Who> = {
  route: Route & { who: By };
  answer: (c: Context<App>) => Promise<Response>;
};

/** Everything that a table of routes needs to be answered. */
export type ServedAll<Table extends Record<string, Route>> = {
  [Name in keyof Table]: Served<Table[Name]['who']>;
};

/** Lets a route of the contract be answered: reads the body that it takes, and sends the reply. */
export function serve<Body, Answer extends object, By extends Who>(
  route: Route<Body, Answer> & { who: By },
  answer: (c: Context<App>, asked: Asked<Body>) => Promise<Reply<Answer>>,
): Served<By> {
  return {
    route,
    async answer(c) {
      const id = c.req.param('id') ?? '';
      // Where a route takes no body, nothing is known of it.
      if (route.body === null) return sendReply(c, await answer(c, { id, body: undefined as Body }));
      const read = await readBody(c.req.raw, route.body, route.largest);
      return sendReply(c, read.ok ? await answer(c, { id, body: read.body }) : read);
    },
  };
}

/**
 * An app with these routes in it, by every method and path that they have, and under their limits. `By` says who may
 * call them: no other route gets in.
 */
export function mount<By extends Who>(served: Readonly<Record<string, Served<By>>>): Hono<App> {
  const app = new Hono<App>();
  for (const { route, answer } of Object.values(served)) {
    const ways: Way[] = route.otherwise ? [route, route.otherwise] : [route];
    for (const { method, path } of ways) {
      if (route.who === 'administrator') app.on(method, path, administrators);
      if (route.counts !== null) app.on(method, path, limit(route.counts));
      app.on(method, path, answer);
    }
  }
  return app;
}
