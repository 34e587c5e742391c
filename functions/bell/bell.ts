import { DurableObject } from 'cloudflare:workers';
import type { Bindings } from '../env.ts';
import { now } from '../http/clock.ts';
import { within } from '../intake/within.ts';
import type { BellCalls, BellStatus, Found, Measured } from './calls.ts';
import type { EndedDrill } from './drill/ended-drill.ts';
import { onDuty } from './duty-book.ts';
import { readKept } from './kept.ts';
import { after, type Event, isDue, isFlood, isLost, nextTime } from './ladder.ts';
import type { AskDuty } from './on-duty.ts';
import { ringStep } from './ring-step.ts';
import { LAST, readTimes, STEPS } from './steps.ts';
import { whatWaits } from './what-waits.ts';

/** Seconds from one look at what waits to the next, whether anything rings or not. */
const BEAT = 60;

/** Milliseconds that the store has to say who is on duty. */
const PATIENCE = 2000;

/** Seconds for which a call can be answered. */
const CALL_LASTS = 600;

/**
 * The bell of the desk: one object for the whole site, which runs the ladder (ladder.ts) from what first came
 * until somebody looks. It keeps when something came, who is to be rung and what was rung, and never what it is for.
 */
export class Bell extends DurableObject<Bindings> implements BellCalls {
  readonly #kept = readKept(this.ctx.storage.kv.get('kept'), now());
  readonly #times = readTimes(this.env.BELL_LADDER);
  readonly #askDuty: AskDuty;

  constructor(
    ctx: DurableObjectState,
    env: Bindings,
    /** Who is on duty: a test brings its own. */
    askDuty: AskDuty = onDuty,
  ) {
    super(ctx, env);
    this.#askDuty = askDuty;
    ctx.blockConcurrencyWhile(async () => {
      if ((await ctx.storage.getAlarm()) === null) await this.#arm();
    });
  }

  async arrived(count: number): Promise<void> {
    await this.#happened({ kind: 'arrived', count });
  }

  async swept(found: Found): Promise<BellStatus> {
    this.#kept.sweptAt = now();
    if (found === 'unknown') await this.#arm();
    else await this.#happened({ kind: 'found', waiting: found });
    return this.status();
  }

  async looked(upTo: number, left: Found, drill: boolean): Promise<void> {
    if (left !== 'unknown') await this.#happened({ kind: 'looked', upTo, waiting: left, drill });
  }

  async answered(member: string): Promise<BellStatus> {
    await this.#happened({ kind: 'answered', by: member });
    return this.status();
  }

  async awaitsAnswer(call: string): Promise<boolean> {
    return this.#kept.calls[call] !== undefined;
  }

  async pressed(call: string): Promise<boolean> {
    const known = this.#kept.calls[call];
    if (known) await this.answered(known.member);
    return known !== undefined;
  }

  async drilled(drill: EndedDrill): Promise<void> {
    this.#kept.drill = drill;
    if (drill.well) this.#kept.triedAt = drill.endedAt;
    this.#keep();
  }

  async measured(): Promise<Measured> {
    const { others, drill } = this.#kept;
    return { others, last: drill };
  }

  async status(): Promise<BellStatus> {
    const { bell, beatAt, sweptAt, storeAt, triedAt } = this.#kept;
    const { ringing, nobody } = bell;
    return {
      beatAt,
      sweptAt,
      storeAt,
      triedAt,
      ringing: ringing && { since: ringing.since, answered: ringing.answered },
      flood: isFlood(bell, now()),
      nobody,
    };
  }

  override async alarm(): Promise<void> {
    const at = now();
    if (isLost(this.#kept.bell, at)) {
      this.#apply({ kind: 'told', told: { person: false, webhook: false, anybody: true } });
    }
    if (isDue(this.#kept.bell, at)) await this.#ring();
    if (at - this.#kept.beatAt >= BEAT - 1) await this.#beat();
    await this.#arm();
  }

  /** Rings the step that is due, if what it is for still waits. Stores that say nothing silence nothing. */
  async #ring(): Promise<void> {
    const found = await this.#look();
    const { ringing } = this.#kept.bell;
    if (!ringing || !isDue(this.#kept.bell, now())) return;
    const step = STEPS[Math.min(ringing.step, LAST)];
    const waiting = found === 'unknown' ? { newest: ringing.covers } : found;
    this.#apply({ kind: 'begun', waiting });
    if (!step || !this.#kept.bell.ringing) return;
    // Should this end here, the next step comes by itself.
    await this.#arm();
    const { told, others } = await ringStep(this.env, step, ringing.hurried, this.#kept.duty, (legs) => {
      for (const { ring, member } of legs) this.#kept.calls[ring.id] = { member, at: now() };
      this.#keep();
    });
    const rang = others.map(({ channel }) => channel);
    this.#kept.others = [...this.#kept.others.filter(({ channel }) => !rang.includes(channel)), ...others];
    this.#apply({ kind: 'told', told });
  }

  /** Looks what waits, whatever the sweep does, and who is on duty. */
  async #beat(): Promise<void> {
    const found = await this.#look();
    this.#kept.beatAt = now();
    if (found === 'unknown') this.#keep();
    else this.#apply({ kind: 'found', waiting: found });
  }

  async #look(): Promise<Found> {
    const [found, duty] = await Promise.all([
      whatWaits(this.env),
      within(this.#askDuty(this.env.DB, now()), PATIENCE),
    ]);
    if (duty.kind === 'done') {
      this.#kept.duty = duty.value;
      this.#kept.storeAt = now();
    }
    return found;
  }

  async #happened(event: Event): Promise<void> {
    this.#apply(event);
    await this.#arm();
  }

  #apply(event: Event): void {
    this.#kept.bell = after(this.#kept.bell, event, now(), this.#times);
    this.#keep();
  }

  #keep(): void {
    const { calls, bell } = this.#kept;
    const lasts = now() - CALL_LASTS;
    this.#kept.calls = Object.fromEntries(
      Object.entries(calls).filter(([, { at }]) => bell.ringing !== null && at > lasts),
    );
    this.ctx.storage.kv.put('kept', this.#kept);
  }

  /** Sets the alarm to what comes next. */
  async #arm(): Promise<void> {
    const { bell, beatAt } = this.#kept;
    const next = Math.min(nextTime(bell) ?? Number.POSITIVE_INFINITY, beatAt + BEAT);
    await this.ctx.storage.setAlarm(Math.max(Date.now(), next * 1000));
  }
}
