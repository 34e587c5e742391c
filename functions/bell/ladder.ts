import { LAST, stepTime, type Times } from './steps.ts';

/** Seconds within which who has answered must look, before it rings again. */
export const LOOK_WITHIN = 600;

/** Seconds between the beginnings of two ladders, and in a flood. */
export const APART = 600;
export const APART_IN_FLOOD = 1800;

/** More arrivals than this within `FLOOD_TIME` seconds are a flood. */
export const FLOOD = 10;
export const FLOOD_TIME = 600;

/** Seconds after which a step that was begun and of which nothing more was heard counts as failed. */
export const STEP_TIME = 30;

/** Times in Unix seconds. */
export type Ringing = {
  /** When the first step was rung; before that, when it was put off to. */
  since: number;
  /** The next step, from 0; beyond the last for each time that it comes again. */
  step: number;
  /** When that comes. */
  due: number;
  /** It comes at once because the one before reached nobody: then the webhook knows already. */
  hurried: boolean;
  /** The newest arrival that was there when a step was last rung. */
  covers: number;
  /** Since when a step is being rung of which nothing was heard yet. */
  busy: number | null;
  /** Who has answered, and when. */
  answered: { by: string; at: number } | null;
};

/** What the bell knows. It is one for the whole desk. */
export type BellState = {
  /** What is being rung for; null while nothing waits. */
  ringing: Ringing | null;
  /** When a ladder last began. */
  began: number | null;
  /** When the last things arrived, as many as tell a flood. */
  arrivals: number[];
  /** Whether the whole ladder was gone through, or nobody could be rung, and nobody has answered or looked since. */
  nobody: boolean;
};

export const SILENT: BellState = { ringing: null, began: null, arrivals: [], nobody: false };

/** What waits that nobody has looked at: the number of the newest arrival, 0 where it has none yet; null when nothing does. */
export type Waiting = { newest: number } | null;

/** What a step came to: whether a person was rung; the webhook; whether anybody at all can be rung. */
export type Told = {
  person: boolean;
  webhook: boolean;
  anybody: boolean;
};

export type Event =
  /** So much was stored that came from outside. */
  | { kind: 'arrived'; count: number }
  /** What waits, as the stores say. */
  | { kind: 'found'; waiting: Waiting }
  /** A member has looked at everything up to a number; what then waits. `drill`: that rang was one, and puts nothing off. */
  | { kind: 'looked'; upTo: number; waiting: Waiting; drill?: boolean }
  /** A member says that they will look. */
  | { kind: 'answered'; by: string }
  /** A step is begun. */
  | { kind: 'begun'; waiting: Waiting }
  | { kind: 'told'; told: Told };

/** The times of arrivals that still tell a flood. */
const recent = (arrivals: readonly number[], at: number) =>
  arrivals.filter((time) => time > at - FLOOD_TIME).slice(-(FLOOD + 1));

/** Whether so much arrives that single rings would say nothing more. */
export function isFlood({ arrivals }: BellState, at: number): boolean {
  return recent(arrivals, at).length > FLOOD;
}

/** A ladder that begins as soon as it may. What is put off is never dropped. */
function opened(bell: BellState, at: number): Ringing {
  const apart = isFlood(bell, at) ? APART_IN_FLOOD : APART;
  const since = bell.began === null ? at : Math.max(at, bell.began + apart);
  return { since, step: 0, due: since, hurried: false, covers: 0, busy: null, answered: null };
}

/** Whether a step is to be begun at a moment. */
export function isDue({ ringing }: BellState, at: number): boolean {
  return ringing !== null && ringing.busy === null && at >= ringing.due;
}

/** When the bell has something to do next, in Unix seconds; null when it has not. */
export function nextTime({ ringing }: BellState): number | null {
  if (!ringing) return null;
  return ringing.busy === null ? ringing.due : ringing.busy + STEP_TIME;
}

/** The bell after something has happened. It rings nothing itself, and knows no clock but `at` (Unix seconds). */
export function after(bell: BellState, event: Event, at: number, times: Times): BellState {
  const { ringing } = bell;
  switch (event.kind) {
    case 'arrived': {
      // No more of them are counted than tell a flood.
      const arrived = new Array<number>(Math.min(event.count, FLOOD + 1)).fill(at);
      const more = { ...bell, arrivals: recent([...bell.arrivals, ...arrived], at) };
      return ringing ? more : { ...more, ringing: opened(more, at) };
    }
    case 'found':
      if (!event.waiting) return silenced(bell);
      return ringing ? bell : { ...bell, ringing: opened(bell, at) };
    case 'looked': {
      const before = event.drill ? { ...bell, began: null } : bell;
      if (!event.waiting) return silenced(before);
      if (!ringing) return { ...before, ringing: opened(before, at) };
      // What had been rung for was looked at. What came since is rung for anew, not sooner than it may.
      const rung = ringing.step > 0 || ringing.answered !== null;
      return rung && event.upTo >= ringing.covers
        ? { ...before, nobody: false, ringing: opened(before, at) }
        : before;
    }
    case 'answered':
      return ringing ? answered(bell, ringing, event.by, at) : bell;
    case 'begun':
      return ringing ? begun(bell, ringing, event.waiting, at, times) : bell;
    case 'told':
      return ringing ? heard(bell, ringing, event.told, at, times) : bell;
  }
}

const silenced = (bell: BellState): BellState => ({ ...bell, ringing: null, nobody: false });

/** The first who answers has it; then there is silence for as long as they may take to look. */
function answered(bell: BellState, ringing: Ringing, by: string, at: number): BellState {
  if (ringing.answered || ringing.step === 0) return bell;
  const due = at + LOOK_WITHIN;
  return { ...bell, nobody: false, ringing: { ...ringing, step: 0, due, busy: null, answered: { by, at } } };
}

function begun(bell: BellState, ringing: Ringing, waiting: Waiting, at: number, times: Times): BellState {
  if (!waiting) return silenced(bell);
  const first = ringing.step === 0;
  const since = first ? at : ringing.since;
  return {
    ...bell,
    began: first ? at : bell.began,
    nobody: bell.nobody || ringing.step > LAST,
    ringing: {
      since,
      step: ringing.step + 1,
      due: Math.max(at, since + stepTime(times, ringing.step + 1)),
      hurried: false,
      covers: waiting.newest,
      busy: at,
      // Who answered has not looked.
      answered: null,
    },
  };
}

/** Where a step reached nobody the next comes at once, until the last. */
function heard(bell: BellState, ringing: Ringing, told: Told, at: number, times: Times): BellState {
  if (ringing.busy === null) return bell;
  const rest = { ...ringing, busy: null };
  if (told.person || (told.webhook && !told.anybody)) return { ...bell, ringing: rest };
  if (ringing.step <= LAST && told.anybody) return { ...bell, ringing: { ...rest, due: at, hurried: true } };
  // Nobody is left who could be rung: all that remains is to say so, and to try everything again.
  const step = Math.max(ringing.step, LAST + 1);
  return { ...bell, nobody: true, ringing: { ...rest, step, due: at + times.again } };
}

/** Whether a step was begun so long ago that nothing more will be heard of it. */
export function isLost({ ringing }: BellState, at: number): boolean {
  return ringing !== null && ringing.busy !== null && at >= ringing.busy + STEP_TIME;
}
