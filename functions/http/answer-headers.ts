import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { workerHeaders } from '../security/headers.ts';

const HEADERS = Object.entries(workerHeaders());

/** Puts the security headers on every answer, which also keep it out of every cache. */
export const answerHeaders = createMiddleware<App>(async (c, next) => {
  await next();
  for (const [name, value] of HEADERS) c.res.headers.set(name, value);
});
