/** Presses of Shift alone so far, when the last one was (ms), and whether Shift is held for something else. */
export type ShiftPresses = { count: number; at: number; busy: boolean };

export const NO_PRESSES: ShiftPresses = { count: 0, at: 0, busy: false };

/** Presses of Shift that lock. */
export const PRESSES_TO_LOCK = 3;

/** Longest time between two presses, ms. */
const TOGETHER = 5000;

type Press = Pick<KeyboardEvent, 'type' | 'key' | 'shiftKey' | 'altKey' | 'ctrlKey'>;

/**
 * Counts releases of Shift, of either side, that followed nothing but pressing it: typing a capital counts for
 * nothing and any other key starts anew, as the exit of the public pages does. `at` in ms.
 */
export function countShift(before: ShiftPresses, press: Press, at: number): ShiftPresses {
  if (press.key !== 'Shift') return { count: 0, at, busy: press.shiftKey };
  if (press.type !== 'keyup') return before;
  if (before.busy) return { count: 0, at, busy: press.shiftKey };
  if (press.altKey || press.ctrlKey) return NO_PRESSES;
  return { count: (at - before.at <= TOGETHER ? before.count : 0) + 1, at, busy: false };
}
