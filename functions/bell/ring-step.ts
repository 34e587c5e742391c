import { randomId } from '../../src/protocol/wire/random-id.ts';
import type { Bindings } from '../env.ts';
import type { Channel, Ring } from './channels/channel.ts';
import { canMail, mailCoordinator } from './channels/mail.ts';
import { CHANNELS } from './channels/table.ts';
import { ringWebhook } from './channels/webhook.ts';
import type { Told } from './ladder.ts';
import type { OnDuty, Reachable, Rung, Way } from './on-duty.ts';
import type { Step } from './steps.ts';

/** A way that was rung, whose it is, and what came of it. */
export type Leg = { way: Way; member: string; ring: Ring; rung: Rung };

/** What a step came to, and each leg of it. `webhook` and `mail` null: not rung in this step, or not set up. */
export type Outcome = { told: Told; legs: Leg[]; webhook: Rung | null; mail: Rung | null };

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
    hurried ? null : ringWebhook(bindings),
    step.coordinator ? mailCoordinator(bindings) : null,
    ...planned.map(({ way, ring }) => ringBy(CHANNELS[way.channel], bindings, way, ring)),
  ]);
  const legs = planned.map((leg, at) => ({ ...leg, rung: rung[at] ?? 'failed' }));
  const person = mail === 'rang' || legs.some((leg) => leg.rung === 'rang');
  const anybody = duty.everyone.some(({ ways }) => ways.length > 0) || canMail(bindings);
  return { told: { person, webhook: webhook === 'rang', anybody }, legs, webhook, mail };
}
