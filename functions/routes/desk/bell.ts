import { type BellBody, bellRoutes, type LastDrill } from '../../../src/protocol/wire/api/bell.ts';
import { bellMeasured, bellStatus, tellAnswered, tellLooked } from '../../bell/ask-bell.ts';
import type { BellStatus } from '../../bell/calls.ts';
import { endDrill, mayHaveBegun, rungSince } from '../../bell/drill/end-drill.ts';
import type { EndedDrill } from '../../bell/drill/ended-drill.ts';
import { wrongWith } from '../../bell/pulse.ts';
import { whatWaits } from '../../bell/what-waits.ts';
import { now } from '../../http/clock.ts';
import { serve } from '../../http/mount.ts';
import { readNumber } from '../../http/number.ts';
import { done, refused } from '../../http/reply.ts';
import { lookedUpTo } from '../../store/arrivals.ts';
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
  const { upTo, drill } = body;
  if (drill !== undefined && !mayHaveBegun(drill)) return refused('malformed');
  const left = await lookedUpTo(c.env.DB, upTo);
  const waits = left ?? (await whatWaits(c.env));
  // Who ended one is shown next how it went.
  if (drill !== undefined) await endDrill(c.env, drill);
  c.executionCtx.waitUntil(tellLooked(c.env, upTo, waits, drill !== undefined));
  return done({ upTo });
});

/** Who was rung since a moment, and what came of it. */
export const rings = serve(bellRoutes.rings, async (c) => {
  const since = readNumber(c.req.query(bellRoutes.rings.query), 0);
  if (since === null) return refused('malformed');
  const [rang, { last }] = await Promise.all([rungSince(c.env, since), bellMeasured(c.env)]);
  return done({ now: now(), ...rang, ...(last && { last: await named(c.env.DB, last) }) });
});

/** A drill with the names of whom it rang; who is no member any more is left out. */
async function named(db: D1Database, { rings, ...drill }: EndedDrill): Promise<LastDrill> {
  const members = await listMembers(db);
  return {
    ...drill,
    rings: rings.flatMap(({ member: id, ...ring }) => {
      const member = members.find((one) => one.id === id);
      return member ? [{ ...ring, member: { id: member.id, name: member.name } }] : [];
    }),
  };
}

/** A member will look. */
export const answerBell = serve(bellRoutes.answerBell, async (c) =>
  done(await toBody(c.env.DB, await tellAnswered(c.env, c.var.member.id))),
);
