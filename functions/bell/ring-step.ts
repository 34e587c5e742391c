import type { OtherRing } from '../../src/protocol/wire/api/bell.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import type { Bindings } from '../env.ts';
import { now } from '../http/clock.ts';
import type { Channel, Ring } from './channels/channel.ts';
import { canMail, mailCoordinator } from './channels/mail.ts';
import { CHANNELS } from './channels/table.ts';
import { ringWebhook } from './channels/webhook.ts';
import type { Told } from './ladder.ts';
import type { OnDuty, Reachable, Rung, Way } from './on-duty.ts';
import type { Step } from './steps.ts';

/** A way that was rung, whose it is, and what came of it. */
export type Leg = { way: Way; member: string; ring: Ring; rung: Rung };

/** What a step came to, and each leg of it; of webhook and mail those that were rung. */
export type Outcome = { told: Told; legs: Leg[]; others: OtherRing[] };

/** Who is to be rung in a step. */
function targets({ whom }: Step, duty: OnDuty): readonly Reachable[] {
  if (whom === 'everyone') return duty.everyone;
  const member = duty[whom];
  return member ? [member] : [];
}

/** Rings by a channel; one that is not there rings nobody. */
async function ringBy(channel: Channel, bindings: Bindings, way: Way, ring: Ring): Promise<Rung> {
  try {
    return await channel(bindings, way, ring);
  } catch {
    return 'failed';
  }
}

/** Rings what is no member's and measures how long that takes. Null where it is not set up. */
export async function measure(
  channel: OtherRing['channel'],
  ring: () => Promise<Rung | null>,
): Promise<OtherRing | null> {
  const rungAt = now();
  const rung = await ring();
  if (rung === null) return null;
  return { channel, rungAt, ...(rung === 'rang' && { tookAt: now() }) };
}

/**
 * Rings everybody of a step at once, by all of its channels, and the webhook with it unless the step only makes up for one that
 * reached nobody (`hurried`). `before` hears of each leg before it is rung, so that it can be answered at once. Never
 * rejects.
 */
export async function ringStep(
  bindings: Bindings,
  step: Step,
  hurried: boolean,
  duty: OnDuty,
  before: (legs: readonly Omit<Leg, 'rung'>[]) => void = () => {},
): Promise<Outcome> {
  const planned = targets(step, duty).flatMap(({ id, ways }) =>
    ways
      .filter(({ channel }) => step.by.includes(channel))
      .map((way) => ({ way, member: id, ring: { id: randomId() } })),
  );
  before(planned);
  const [webhook, mail, ...rung] = await Promise.all([
    hurried ? null : measure('webhook', () => ringWebhook(bindings)),
    step.coordinator ? measure('mail', () => mailCoordinator(bindings)) : null,
    ...planned.map(({ way, ring }) => ringBy(CHANNELS[way.channel], bindings, way, ring)),
  ]);
  const legs = planned.map((leg, at) => ({ ...leg, rung: rung[at] ?? 'failed' }));
  const took = (other: OtherRing | null) => other?.tookAt !== undefined;
  const person = took(mail) || legs.some((leg) => leg.rung === 'rang');
  const anybody = duty.everyone.some(({ ways }) => ways.length > 0) || canMail(bindings);
  const others = [webhook, mail].filter((one) => one !== null);
  return { told: { person, webhook: took(webhook), anybody }, legs, others };
}
