import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Part } from './part.ts';

/** A part as a screen has it: null until it is here, whether it could not be had, and a way to try again. */
export type PartHere<T> = { here: T | null; failed: boolean; again: () => void };

/** Gets a part for a screen that shows it. What is here already is there at once. */
export function usePart<T>(part: Part<T>): PartHere<T> {
  const [, redraw] = useState(0);
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    void part.get().then((here) => (here ? redraw((count) => count + 1) : setFailed(true)));
  }, [part]);
  useEffect(() => {
    if (part.here() === null) again();
  }, [part, again]);
  return { here: part.here(), failed, again };
}
