// What the intake is held against: a worker that does nothing but count a request as ours does, and store its body.
import type { Bindings } from '../../../functions/env.ts';
import { askLimits } from '../../../functions/limits/ask-limits.ts';
import { networksOf } from '../../../functions/limits/networks.ts';

export { Bell } from '../../../functions/bell/bell.ts';
export { Limits } from '../../../functions/limits/limits.ts';

const TABLE =
  'CREATE TABLE IF NOT EXISTS bare (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID, STRICT';

export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (pathname === '/api/health') {
      await env.DB.exec(TABLE);
      return Response.json({ ok: true });
    }
    const networks = networksOf(request.headers.get('CF-Connecting-IP') ?? '');
    const sealed = await request.arrayBuffer();
    const { over } = await askLimits(env, { counted: 'referral', networks, bytes: sealed.byteLength });
    if (over) return new Response(null, { status: 429 });
    await env.DB.prepare('INSERT INTO bare (id, sealed) VALUES (?, ?)').bind(pathname, sealed).run();
    return new Response(null, { status: 201 });
  },
} satisfies ExportedHandler<Bindings>;
