import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { workerHeaders } from '../security/headers.ts';

/** Puts the security headers on every answer, and keeps it out of every cache. */
export const answerHeaders = createMiddleware<App>(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(workerHeaders())) c.res.headers.set(name, value);
  c.res.headers.set('Cache-Control', 'no-store');
});
