import { healthRoutes } from '../../../src/protocol/wire/api/health.ts';
import { type ServedAll, serve } from '../../http/mount.ts';
import { publishedKeyIds } from '../../http/published-keys.ts';
import { done, refused } from '../../http/reply.ts';
import { readMailboxSecrets } from '../../secrets/mailbox-secrets.ts';
import { storeIsWhole } from '../../store/schema.ts';
import { signInPepper } from '../../store/settings.ts';

/**
 * Whether what people write can be stored and read: D1 answers, has every table in its newest shape, and the secret that
 * was drawn with it; and the second store answers. Else 503 `unavailable`; 503 `keys_missing` where the worker does not know which keys
 * the site publishes, `secret_missing` where it can store no mailbox.
 */
export const health = {
  health: serve(healthRoutes.health, async (c) => {
    if (!(await publishedKeyIds(c.env))) return refused('keys_missing');
    if (!readMailboxSecrets(c.env)) return refused('secret_missing');
    try {
      const { DB, SECOND } = c.env;
      const [whole] = await Promise.all([storeIsWhole(DB), signInPepper(DB), SECOND.head('health')]);
      return whole ? done({}) : refused('unavailable');
    } catch {
      return refused('unavailable');
    }
  }),
} satisfies ServedAll<typeof healthRoutes>;
