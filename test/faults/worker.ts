// The worker as it is served, over stores that fail when they are told to: in tests alone.
import type { Bindings } from '../../functions/env.ts';
import { TABLES } from '../../functions/store/schema.ts';
import worker from '../../functions/worker.ts';
import { faultyBucket, faultyStore, type Standing } from './stores.ts';

export * from '../../functions/worker.ts';

/** How the two stores stand; `PUT /faults` says so. */
export type Standings = { DB: Standing; SECOND: Standing };

/**
 * What both stores hold, as `GET /faults` says: the ids of threads in D1, how many rows there are in all other tables
 * but the settings, and the keys in R2.
 */
export type Held = { threads: string[]; others: number; objects: string[] };

let standings: Standings = { DB: { fault: 'well' }, SECOND: { fault: 'well' } };

const faulty = (env: Bindings): Bindings => ({
  ...env,
  DB: faultyStore(env.DB, () => standings.DB),
  SECOND: faultyBucket(env.SECOND, () => standings.SECOND),
});

async function held({ DB, SECOND }: Bindings): Promise<Held> {
  const { results } = await DB.prepare('SELECT id FROM threads').all<{ id: string }>();
  const others = TABLES.filter((table) => table !== 'threads' && table !== 'settings');
  const counts = others.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ');
  const other = await DB.prepare(`SELECT ${counts} AS rows`).first<number>('rows');
  const objects: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await SECOND.list(cursor === undefined ? {} : { cursor });
    objects.push(...page.objects.map(({ key }) => key));
    if (!page.truncated) return { threads: results.map(({ id }) => id), others: other ?? -1, objects };
    cursor = page.cursor;
  }
}

export default {
  async fetch(request: Request, env, ctx) {
    if (new URL(request.url).pathname !== '/faults') return worker.fetch(request, faulty(env), ctx);
    if (request.method === 'PUT') standings = await request.json<Standings>();
    return Response.json(await held(env));
  },
  scheduled: (controller, env) => worker.scheduled(controller, faulty(env)),
} satisfies ExportedHandler<Bindings>;
