/** Milliseconds from one telling to the next while more is on its way: drawing a long list takes a telephone half a second. */
const APART = 1000;

/** Tells that the list changed, with the ids of the threads that arrived. */
export type Teller = {
  /** At once, with all that was kept back. */
  now: (arrived?: Iterable<string>) => void;
  /** At once where nothing was told so for a second, and else with what is told next: whoever calls this goes on to tell. */
  soon: (arrived: Iterable<string>) => void;
  /** What was kept back, if anything was. */
  rest: () => void;
};

/** Makes what tells `hear`. `clock` gives the time in ms. */
export function createTeller(hear: (arrived: ReadonlySet<string>) => void, clock: () => number): Teller {
  let kept: Set<string> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  const now = (arrived: Iterable<string> = []) => {
    const all = new Set([...(kept ?? []), ...arrived]);
    kept = null;
    hear(all);
  };
  return {
    now,
    soon(arrived) {
      // A clock that was set back must not hold anything up.
      const apart = Math.abs(clock() - last);
      if (apart >= APART) {
        last = clock();
        now(arrived);
      } else kept = new Set([...(kept ?? []), ...arrived]);
    },
    rest: () => kept && now(),
  };
}
