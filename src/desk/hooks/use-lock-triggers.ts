import { useEffect, useRef, useState } from 'preact/hooks';
import { HIDDEN_LIMIT, IDLE_LIMIT, idleState } from '../idle.ts';
import { countShift, NO_PRESSES, PRESSES_TO_LOCK } from '../shift-presses.ts';

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'input'] as const;
const CHECK = 1000;

/**
 * Locks after idling, after being hidden, and on Shift three times. Gives whether it is about to lock by idling, and
 * how often Shift was pressed. Compares clocks instead of waiting once: a machine that slept must lock on waking.
 */
export function useLockTriggers(lock: () => void): { warning: boolean; presses: number } {
  const [warning, setWarning] = useState(false);
  const [presses, setPresses] = useState(0);
  const active = useRef(Date.now());
  const hiddenSince = useRef<number | null>(document.hidden ? Date.now() : null);

  useEffect(() => {
    const limit = matchMedia('(pointer: coarse)').matches ? IDLE_LIMIT.coarse : IDLE_LIMIT.fine;
    const check = () => {
      const now = Date.now();
      if (hiddenSince.current !== null && now - hiddenSince.current >= HIDDEN_LIMIT) return lock();
      const state = idleState(now - active.current, limit);
      if (state === 'lock') return lock();
      setWarning(state === 'warn');
    };
    const stir = () => {
      // What comes after the limit is no activity of the one who left.
      check();
      active.current = Date.now();
      setWarning(false);
    };
    const visibility = () => {
      check();
      hiddenSince.current = document.hidden ? Date.now() : null;
    };
    const timer = setInterval(check, CHECK);
    for (const type of ACTIVITY) addEventListener(type, stir, { passive: true, capture: true });
    document.addEventListener('visibilitychange', visibility);
    return () => {
      clearInterval(timer);
      for (const type of ACTIVITY) removeEventListener(type, stir, { capture: true });
      document.removeEventListener('visibilitychange', visibility);
    };
  }, [lock]);

  useEffect(() => {
    let counted = NO_PRESSES;
    const press = (event: KeyboardEvent) => {
      counted = countShift(counted, event, Date.now());
      setPresses(counted.count);
      if (counted.count >= PRESSES_TO_LOCK) lock();
    };
    const point = () => {
      counted = NO_PRESSES;
      setPresses(0);
    };
    addEventListener('keydown', press);
    addEventListener('keyup', press);
    addEventListener('pointerdown', point);
    addEventListener('blur', point);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keyup', press);
      removeEventListener('pointerdown', point);
      removeEventListener('blur', point);
    };
  }, [lock]);

  return { warning, presses };
}
