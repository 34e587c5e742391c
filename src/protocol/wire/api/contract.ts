import { auditRoutes } from './audit.ts';
import { bellRoutes } from './bell.ts';
import { bellWayRoutes, ringRoutes } from './bell-ways.ts';
import { doorRoutes } from './door.ts';
import { draftRoutes } from './drafts.ts';
import { dutyRoutes } from './duty.ts';
import { entryRoutes } from './entries.ts';
import { handedRoutes } from './handed.ts';
import { handoffRoutes } from './handoffs.ts';
import { handoverRoutes } from './handovers.ts';
import { healthRoutes } from './health.ts';
import { keyRoutes } from './keys.ts';
import { mailboxRoutes } from './mailbox.ts';
import { peopleRoutes } from './people.ts';
import { referralRoutes } from './referrals.ts';
import { retentionRoutes } from './retention.ts';
import { savedRoutes } from './saved.ts';
import { tallyRoutes } from './tallies.ts';
import { threadRoutes } from './threads.ts';
import { thrownRoutes } from './thrown.ts';
import { watchRoutes } from './watch.ts';
import { wayRoutes } from './ways.ts';

/** Every route of the worker by who asks: the reporter's pages, another centre's and watchers, the desk's door, the desk. */
export const CONTRACT = {
  public: { ...referralRoutes, ...mailboxRoutes, ...handedRoutes, ...healthRoutes, ...watchRoutes },
  door: { ...doorRoutes, ...ringRoutes },
  desk: {
    ...threadRoutes,
    ...thrownRoutes,
    ...draftRoutes,
    ...tallyRoutes,
    ...savedRoutes,
    ...entryRoutes,
    ...handoffRoutes,
    ...handoverRoutes,
    ...retentionRoutes,
    ...peopleRoutes,
    ...dutyRoutes,
    ...bellWayRoutes,
    ...bellRoutes,
    ...wayRoutes,
    ...keyRoutes,
    ...auditRoutes,
  },
} as const;
