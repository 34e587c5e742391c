/**
 * How long nobody has given a sign, in ms. No clock of a browser tells it alone: the monotonic one may stand still
 * while the device sleeps, the other jumps when somebody or the network sets it.
 * - `sure`: by the monotonic clock, and by the other as well for the time in which the page was hidden or frozen.
 *   Only this may destroy something.
 * - `possible`: by whichever says more. It may be a clock that was set: enough for covering, never for wiping.
 */
export type Idle = { sure: number; possible: number };

/** What an idle clock reads; a test brings its own. */
export type Clocks = {
  /** Milliseconds of a clock that is never set. */
  monotonic: () => number;
  /** Milliseconds since 1970, as the device believes. */
  clock: () => number;
  hidden: () => boolean;
};

/** The events by which a person shows that they are still there. */
export const SIGNS = [
  'pointerdown',
  'pointermove',
  'keydown',
  'input',
  'wheel',
  'touchstart',
  'touchmove',
] as const;

const inBrowser: Clocks = {
  monotonic: () => performance.now(),
  clock: () => Date.now(),
  hidden: () => document.hidden,
};

/** Milliseconds between two readings beyond which the page must have been frozen. Readings are to come every few seconds. */
const FROZEN = 30_000;

/** Makes an idle clock. It must be read every few seconds, and whenever the page is hidden or shown. */
export function startIdleClock(clocks: Clocks = inBrowser): { read: () => Idle; sign: () => void } {
  let idle: Idle = { sure: 0, possible: 0 };
  let last = { monotonic: clocks.monotonic(), clock: clocks.clock(), hidden: clocks.hidden() };
  const read = () => {
    const now = { monotonic: clocks.monotonic(), clock: clocks.clock(), hidden: clocks.hidden() };
    const steady = now.monotonic - last.monotonic;
    const most = Math.max(steady, now.clock - last.clock);
    const away = last.hidden || now.hidden || steady > FROZEN;
    idle = { sure: idle.sure + (away ? most : steady), possible: idle.possible + most };
    last = now;
    return idle;
  };
  return {
    read,
    sign() {
      read();
      idle = { sure: 0, possible: 0 };
    },
  };
}
