import { type Clocks, type Idle, startIdleClock } from '../../browser/idle-clock.ts';

/** How long, in ms, nobody may use the desk before it locks, seen or hidden: 5 minutes, 2 on a telephone. */
export const IDLE_LIMIT = { fine: 5 * 60_000, coarse: 2 * 60_000 } as const;

/** The same while a member calls, and nothing of a case is to be seen: 30 minutes. */
export const CALL_LIMIT = 30 * 60_000;

/** How long before locking it warns, ms. */
export const IDLE_WARNING = 30_000;

/** How long, in ms, it may stay unknown whether a clock was set or the device slept, before the desk locks. */
export const DOUBT_LIMIT = 60_000;

/** What idling so long (ms) means, where `limit` is what is allowed. */
export function idleState(idle: number, limit: number): 'active' | 'warn' | 'lock' {
  if (idle >= limit) return 'lock';
  return idle >= limit - IDLE_WARNING ? 'warn' : 'active';
}

/**
 * What idling means for the desk. `doubt`: by the device's clock alone nobody was there for too long. That clock may
 * have been set, or the device slept while the other stood still: the desk is covered until that is known.
 */
export type DeskIdle = 'active' | 'warn' | 'doubt' | 'lock';

/** Watches for idleness with both clocks of a device; see `startIdleClock`. */
export type DeskIdleClock = {
  /** What idling means now. To be read every second, and whenever the page is hidden or shown. */
  read: () => DeskIdle;
  /** Somebody is there. What comes after the limit, or in doubt, is no sign of the one who left. */
  sign: () => void;
  /** Allows so many ms from now on. */
  allow: (limit: number) => void;
  /** By how many ms the device's clock is ahead of the steady one since the last sign. */
  jump: () => number;
  /** The jump was a clock that was set: it counts no more. */
  forgive: () => void;
};

/** Makes the idle clock of a desk that may be idle for so many ms at first. */
export function startDeskIdleClock(allowed: number, clocks?: Clocks): DeskIdleClock {
  const clock = clocks ? startIdleClock(clocks) : startIdleClock();
  let limit = allowed;
  let forgiven = 0;
  const doubtful = ({ possible }: Idle) => possible - forgiven >= limit;
  const meaning = (idle: Idle): DeskIdle => {
    const state = idleState(idle.sure, limit);
    if (state === 'lock') return 'lock';
    return doubtful(idle) ? 'doubt' : state;
  };
  const jump = () => {
    const { sure, possible } = clock.read();
    return possible - sure - forgiven;
  };
  return {
    read: () => meaning(clock.read()),
    sign() {
      const state = meaning(clock.read());
      if (state === 'lock' || state === 'doubt') return;
      clock.sign();
      forgiven = 0;
    },
    allow(next) {
      limit = next;
    },
    jump,
    forgive() {
      forgiven += jump();
    },
  };
}
