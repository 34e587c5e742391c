import { useEffect } from 'preact/hooks';
import { getAllParts } from './part.ts';

/** Milliseconds to wait before the parts are asked for, and again when they could not be had. */
const QUIET = 1500;
const AGAIN = 60_000;

/**
 * Gets what comes later while nobody waits for anything, so that it is here when the network is not. `ready`: whether
 * what a member looks at first has come.
 */
export function usePartsAhead(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    let timer = setTimeout(function ask() {
      void getAllParts().then((here) => {
        if (!here) timer = setTimeout(ask, AGAIN);
      });
    }, QUIET);
    return () => clearTimeout(timer);
  }, [ready]);
}
