import { Hono } from 'hono';
import type { App } from '../../env.ts';
import { accept } from '../../http/accept.ts';
import { publishedKeyIds } from '../../http/published-keys.ts';
import { refuse } from '../../http/refuse.ts';
import { storeIsWhole } from '../../store/schema.ts';
import { signInPepper } from '../../store/settings.ts';

/**
 * `GET /api/health`: whether what people write can be stored and read: the store answers, has every table in its newest
 * shape, and the secret that was drawn with it. Else 503 `unavailable`; 503 `keys_missing` where the worker does not know
 * which keys the site publishes.
 */
export const health = new Hono<App>().get('/', async (c) => {
  if (!(await publishedKeyIds(c.env))) return refuse(c, 'keys_missing');
  try {
    const [whole] = await Promise.all([storeIsWhole(c.env.DB), signInPepper(c.env.DB)]);
    return whole ? accept(c, {}) : refuse(c, 'unavailable');
  } catch {
    return refuse(c, 'unavailable');
  }
});
