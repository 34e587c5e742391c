import { useEffect, useRef } from 'preact/hooks';
import type { LiveDrill } from '../inbox/loading/load-envelopes.ts';
import { codeOf } from '../later/part.ts';

/** Seconds after which a drill that nobody has ended ends by itself, at whichever desk is open. */
const LASTS = 900;

/** Seconds from one try to delete a drill to the next. */
const AGAIN = 60;

const removing = codeOf(() => import('./drills.ts').then((file) => file.removeDrill));

/**
 * Deletes drills whose time is over, whoever began them: their sender may have locked. What they rang for goes on ringing until
 * somebody looks, as anything does. `now` in Unix seconds.
 */
export function useDrillEnd(drills: readonly LiveDrill[], now: number): void {
  const tried = useRef(new Map<string, number>());
  useEffect(() => {
    for (const drill of drills) {
      const last = tried.current.get(drill.id) ?? 0;
      if (now < drill.at + LASTS || now < last + AGAIN) continue;
      tried.current.set(drill.id, now);
      void removing.get().then(() => removing.here()?.(drill));
    }
  }, [drills, now]);
}
