import { Hono } from 'hono';
import type { App } from '../env.ts';
import { refuse } from '../http/refuse.ts';
import { signInPepper } from '../store/settings.ts';

/** `GET /api/health`: whether the store is there and has its tables. */
export const health = new Hono<App>().get('/', async (c) => {
  try {
    await signInPepper(c.env.DB);
    return c.json({ ok: true });
  } catch {
    return refuse(c, 'unavailable');
  }
});
