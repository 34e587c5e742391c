import { useEffect, useRef, useState } from 'preact/hooks';
import { SIGNS } from '../../browser/idle-clock.ts';
import type { Cover } from './cover.ts';
import { CALL_LIMIT, type DeskIdleClock, DOUBT_LIMIT, IDLE_LIMIT, startDeskIdleClock } from './idle.ts';

const CHECK = 1000;
/** Milliseconds between two questions to the worker while it is in doubt whether a clock was set. */
const ASK_AGAIN = 5000;

/** Asks the worker for its clock: the seconds by which it is ahead of this device's, null when it can't be reached. */
export type AskAhead = () => Promise<number | null>;

type Props = {
  lock: () => void;
  cover: Cover;
  /** As it was last seen; null before it ever was. */
  ahead: number | null;
  askAhead: AskAhead;
  /** Whether the member calls: then it may take longer. */
  calling: boolean;
};

const idleLimit = () => (matchMedia('(pointer: coarse)').matches ? IDLE_LIMIT.coarse : IDLE_LIMIT.fine);

/**
 * Locks when nobody has used the desk for the limit, whether it is to be seen or not; being hidden alone locks nothing.
 * Gives whether it is about to lock. When only the device's clock says so, the desk is covered and the worker's clock
 * tells whether the device slept (it locks) or its clock was set (it goes on).
 */
export function useIdleLock({ lock, cover, ahead, askAhead, calling }: Props): boolean {
  const [warning, setWarning] = useState(false);
  const latest = useRef({ ahead, askAhead });
  latest.current = { ahead, askAhead };
  const clockHere = useRef<DeskIdleClock | null>(null);

  useEffect(() => {
    const clock = startDeskIdleClock(idleLimit());
    clockHere.current = clock;
    let doubt: { since: number; before: number | null; asked: number } | null = null;
    let alive = true;

    const settle = async (known: number | null) => {
      const now = await latest.current.askAhead();
      if (!alive || !doubt || now === null || known === null) return;
      // A clock that was set forward by an hour leaves the worker's an hour behind what it was.
      if (Math.abs(known - now) * 1000 < clock.jump() / 2) return lock();
      clock.forgive();
      check();
    };
    const inDoubt = () => {
      const time = performance.now();
      doubt ??= { since: time, before: latest.current.ahead, asked: Number.NEGATIVE_INFINITY };
      if (time - doubt.since >= DOUBT_LIMIT) return lock();
      if (time - doubt.asked < ASK_AGAIN) return;
      doubt.asked = time;
      void settle(doubt.before);
    };
    const check = () => {
      const state = clock.read();
      if (state === 'lock') return lock();
      cover('idle', state === 'doubt');
      setWarning(state === 'warn');
      if (state === 'doubt') inDoubt();
      else doubt = null;
    };
    const stir = () => {
      clock.sign();
      check();
    };
    const timer = setInterval(check, CHECK);
    for (const type of SIGNS) addEventListener(type, stir, { passive: true, capture: true });
    document.addEventListener('visibilitychange', check);
    return () => {
      alive = false;
      clearInterval(timer);
      for (const type of SIGNS) removeEventListener(type, stir, { capture: true });
      document.removeEventListener('visibilitychange', check);
    };
  }, [lock, cover]);

  useEffect(() => clockHere.current?.allow(calling ? CALL_LIMIT : idleLimit()), [calling, lock, cover]);

  return warning;
}
