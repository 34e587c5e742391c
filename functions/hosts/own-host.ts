import { createMiddleware } from 'hono/factory';
import { healthRoutes } from '../../src/protocol/wire/api/health.ts';
import { mailboxRoutes } from '../../src/protocol/wire/api/mailbox.ts';
import { referralRoutes } from '../../src/protocol/wire/api/referrals.ts';
import type { App } from '../env.ts';
import { refuse } from '../http/refuse.ts';

/**
 * Whether an address is at the desk's own host, `DESK_HOST`, whatever its port. Every other host is the public one's, so
 * where the name is not set there is no desk anywhere.
 */
export function isAtDesk({ hostname }: URL, deskHost: string | undefined): boolean {
  return hostname === deskHost?.replace(/:\d+$/, '');
}

/**
 * What both hosts answer. A desk that tries the whole alarm sends what a form sends, and deletes it by its token: its pages
 * may ask no host but their own.
 */
const BOTH = [healthRoutes.health, referralRoutes.send, mailboxRoutes.erase.otherwise].map(
  ({ path }) => new RegExp(`^${path.replace(':id', '[^/]+')}$`),
);

/**
 * Answers at the desk's host for what the desk asks for, and at the public host for everything else; what is the other
 * host's is as if it were not there: 404 `not_found`.
 */
export const ownHost = createMiddleware<App>(async (c, next) => {
  const { path } = c.req;
  const atDesk = isAtDesk(new URL(c.req.url), c.env.DESK_HOST);
  const own = BOTH.some((own) => own.test(path)) || /^\/api\/desk(\/|$)/.test(path) === atDesk;
  return own ? next() : refuse(c, 'not_found');
});
