import { type BellBody, bellRoutes } from '../../../src/protocol/wire/api/bell.ts';
import { bellStatus, tellAnswered, tellLooked } from '../../bell/ask-bell.ts';
import type { BellStatus } from '../../bell/calls.ts';
import { wrongWith } from '../../bell/pulse.ts';
import { whatWaits } from '../../bell/what-waits.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused } from '../../http/reply.ts';
import { lookedUpTo } from '../../store/arrivals.ts';
import { listRings } from '../../store/bell-ways.ts';
import { listMembers } from '../../store/members.ts';

/** How the bell stands, in words for the desk. */
async function toBody(db: D1Database, status: BellStatus | null): Promise<BellBody> {
  const at = now();
  const fault = wrongWith(status, at);
  const ringing = status?.ringing;
  const answered = ringing?.answered;
  const member = answered && (await listMembers(db)).find(({ id }) => id === answered.by);
  return {
    now: at,
    ...(fault && { fault }),
    ...(ringing && {
      ringing: { since: ringing.since, ...(member && { answered: { member, at: answered.at } }) },
    }),
    flood: status?.flood ?? false,
  };
}

/** How the bell stands. */
export const bell = serve(bellRoutes.bell, async (c) =>
  done(await toBody(c.env.DB, await bellStatus(c.env))),
);

/** A member has looked. What the second store holds nobody has seen. */
export const look = serve(bellRoutes.look, async (c, { body }) => {
  const left = await lookedUpTo(c.env.DB, body.upTo);
  const waits = left ?? (await whatWaits(c.env));
  c.executionCtx.waitUntil(tellLooked(c.env, body.upTo, waits, body.drill === true));
  return done({ upTo: body.upTo });
});

/** Who was rung since a moment, and what came of it. */
export const rings = serve(bellRoutes.rings, async (c) => {
  const since = readNumber(c.req.query(bellRoutes.rings.query), 0);
  if (since === null) return refused('malformed');
  return done({ now: now(), rings: await listRings(c.env.DB, since) });
});

/** A member will look. */
export const answerBell = serve(bellRoutes.answerBell, async (c) =>
  done(await toBody(c.env.DB, await tellAnswered(c.env, c.var.member.id))),
);
