// The worker of the browser tests: ours, with a way into its store. Who writes into the file of the store beside the server makes
// the server fail: a request that had read before can't write any more.
import * as z from 'zod/mini';
import type { Bindings } from '../../functions/env.ts';
import worker from '../../functions/worker.ts';
import { STORE_PATH } from './store-path.ts';

export { Bell } from '../../functions/bell/bell.ts';
export { Limits } from '../../functions/limits/limits.ts';

/** A statement with its values; bytes are lists of numbers. Answered with its rows. */
const Statement = z.object({
  sql: z.string(),
  values: z.array(z.union([z.string(), z.number(), z.null(), z.array(z.number())])),
});

export default {
  ...worker,
  async fetch(request, env, ctx) {
    if (new URL(request.url).pathname !== STORE_PATH) return worker.fetch(request, env, ctx);
    const { sql, values } = Statement.parse(await request.json());
    const bound = values.map((value) => (Array.isArray(value) ? new Uint8Array(value) : value));
    const { results } = await env.DB.prepare(sql)
      .bind(...bound)
      .all();
    return Response.json(results);
  },
} satisfies ExportedHandler<Bindings>;
