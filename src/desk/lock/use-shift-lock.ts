import { useLayoutEffect, useState } from 'preact/hooks';
import { countShift, NO_PRESSES, PRESSES_TO_LOCK } from './shift-presses.ts';

/** Locks on Shift three times. Gives how often it was pressed. */
export function useShiftLock(lock: () => void): number {
  const [presses, setPresses] = useState(0);
  useLayoutEffect(() => {
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
  return presses;
}
