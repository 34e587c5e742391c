import { createMiddleware } from 'hono/factory';
import type { App } from '../env.ts';
import { refuse } from './refuse.ts';

/** Lets administrators through, behind what sets `member`; other members get 403 `forbidden`. */
export const administrators = createMiddleware<App>(async (c, next) =>
  c.var.member.role === 'administrator' ? next() : refuse(c, 'forbidden'),
);
