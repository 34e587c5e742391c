import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { refuse } from '../http/refuse.ts';

/** The origin at which the request was made, as a browser spells it: `https://example.org`. */
export function requestOrigin(c: Context): string {
  return new URL(c.req.url).origin;
}

/** Refuses what is not a plain reading unless a page of our own origin asked for it: 403 `forbidden`. */
export const ownOrigin = createMiddleware<App>(async (c, next) => {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reading && c.req.header('Origin') !== requestOrigin(c)) return refuse(c, 'forbidden');
  return next();
});
