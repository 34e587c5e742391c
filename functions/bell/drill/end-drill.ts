import type { MemberRing, OtherRing } from '../../../src/protocol/wire/api/bell.ts';
import type { Bindings } from '../../env.ts';
import { now } from '../../http/clock.ts';
import { listRings } from '../../store/bell-ways.ts';
import { bellMeasured, tellDrilled } from '../ask-bell.ts';
import { mailCoordinator } from '../channels/mail.ts';
import { measure } from '../ring-step.ts';

/** Seconds for which a drill can be asked about and ended after it began: what rang before is nothing of it. */
export const LONGEST_DRILL = 3600;

/** Whether a drill can have begun at a moment (Unix seconds). */
export const mayHaveBegun = (since: number): boolean => since <= now() + 60 && since >= now() - LONGEST_DRILL;

/** What was rung since a drill began, by member and by what is no member's. */
export async function rungSince(
  bindings: Pick<Bindings, 'DB' | 'BELL'>,
  since: number,
): Promise<{ rings: MemberRing[]; others: OtherRing[] }> {
  const [rings, { others }] = await Promise.all([listRings(bindings.DB, since), bellMeasured(bindings)]);
  return { rings, others: others.filter(({ rungAt }) => rungAt >= since) };
}

/** Whether somebody has answered. */
export const isAnswered = (rings: readonly MemberRing[]): boolean =>
  rings.some(({ answeredAt }) => answeredAt !== undefined);

/**
 * Measures a drill that began at a moment (Unix seconds) and is over, and tells the bell. It went well where somebody answered,
 * or where no member was there to be rung the webhook took it. The coordinator gets a mail of it, so that mail is tried each
 * day too. Told again of the same one, it does nothing.
 */
export async function endDrill(bindings: Bindings, since: number): Promise<void> {
  const { last } = await bellMeasured(bindings);
  if (last?.from === since) return;
  const mail = await measure('mail', () => mailCoordinator(bindings, 'drill'));
  const { rings, others } = await rungSince(bindings, since);
  const took = others.some(({ channel, tookAt }) => channel === 'webhook' && tookAt !== undefined);
  await tellDrilled(bindings, {
    from: since,
    endedAt: now(),
    well: isAnswered(rings) || (rings.length === 0 && took),
    rings: rings.map(({ member, ...ring }) => ({ ...ring, member: member.id })),
    others: [...others.filter(({ channel }) => channel !== 'mail' || !mail), ...(mail ? [mail] : [])],
  });
}
