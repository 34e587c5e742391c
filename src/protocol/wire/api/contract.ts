import { doorRoutes } from './door.ts';
import { entryRoutes } from './entries.ts';
import { healthRoutes } from './health.ts';
import { mailboxRoutes } from './mailbox.ts';
import { referralRoutes } from './referrals.ts';
import { tallyRoutes } from './tallies.ts';
import { threadRoutes } from './threads.ts';
import { thrownRoutes } from './thrown.ts';

/** Every route of the worker by who asks: the reporter's pages and watchers, the desk's door, the desk. */
export const CONTRACT = {
  public: { ...referralRoutes, ...mailboxRoutes, ...healthRoutes },
  door: doorRoutes,
  desk: { ...threadRoutes, ...thrownRoutes, ...tallyRoutes, ...entryRoutes },
} as const;
