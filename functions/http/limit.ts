import { createMiddleware } from 'hono/factory';
import { LARGEST_BODY } from '../../src/protocol/wire/api/fields.ts';
import type { App } from '../env.ts';
import type { Counted } from '../limits/allowances.ts';
import { askLimits, countNotStored } from '../limits/ask-limits.ts';
import { networksOf } from '../limits/networks.ts';
import { refuse } from './refuse.ts';

/** The status of what was stored now, and not before. */
const CREATED = 201;

/** The bytes that a request says it carries; one that doesn't say may carry as many as are ever read. */
function bytesOf(request: Request): number {
  const said = request.headers.get('Content-Length');
  if (said === null) return request.body ? LARGEST_BODY : 0;
  const bytes = Number(said);
  return Number.isInteger(bytes) && bytes >= 0 ? Math.min(bytes, LARGEST_BODY) : LARGEST_BODY;
}

/**
 * Counts a request against what its network may ask for, and refuses it when that is too much: 429 `limited`. Nobody else
 * is slowed, and where counting fails everyone is let in. What begins a thread is read while it is counted, and judged where
 * its size and proof are known (limits/admit.ts).
 */
export function limit(counted: Counted) {
  return createMiddleware<App>(async (c, next) => {
    const networks = networksOf(c.req.header('CF-Connecting-IP') ?? '');
    const asked = askLimits(c.env, { counted, networks, bytes: bytesOf(c.req.raw) });
    if (counted !== 'referral') return (await asked).over ? refuse(c, 'limited') : next();
    c.set('verdict', asked);
    await next();
    // What was refused early is counted to the end all the same, and nothing is taken back before it was counted.
    if (c.res.status !== CREATED) c.executionCtx.waitUntil(asked.then(() => countNotStored(c.env, networks)));
    return undefined;
  });
}
