import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Where the page stands in the history of its tab; null in a browser that does not say (Navigation API). */
function position(): number | null {
  return globalThis.navigation?.currentEntry?.index ?? null;
}

/**
 * Makes the browser's Back close what is open, and ask once before it leaves the desk, which would lock it: on a
 * telephone Back is what a thumb does. For that the history has one more entry while the list is there, and another
 * while something is open, with this page's own address and no state. Gives what a button of ours does to go back, and
 * whether Back was pressed in the list: the next one leaves.
 */
export function useBack(open: boolean, close: () => void): { back: () => void; leaving: boolean } {
  const latest = useRef(close);
  latest.current = close;
  /** How many entries of ours lie between the page as it was entered and what is shown. */
  const guards = useRef(0);
  const last = useRef(position());
  const [leaving, setLeaving] = useState(false);

  const guard = useCallback((wanted: number) => {
    for (; guards.current < wanted; guards.current++) history.pushState(null, '');
    last.current = position();
    setLeaving(false);
  }, []);

  useEffect(() => guard(open ? 2 : 1), [open, guard]);

  useEffect(() => {
    const pop = () => {
      const [before, now] = [last.current, position()];
      last.current = now;
      const forward = before !== null && now !== null && now > before;
      if (forward) {
        guards.current = Math.min(2, guards.current + 1);
        return;
      }
      // An entry that was left behind when the desk locked before: nothing is there to go back to.
      if (guards.current === 0) return now === null ? undefined : history.back();
      guards.current -= 1;
      if (guards.current === 1) latest.current();
      else setLeaving(true);
    };
    addEventListener('popstate', pop);
    return () => removeEventListener('popstate', pop);
  }, []);

  // Who goes on working did not mean to leave.
  useEffect(() => {
    if (!leaving) return;
    const stay = () => guard(1);
    addEventListener('pointerdown', stay);
    addEventListener('keydown', stay);
    return () => {
      removeEventListener('pointerdown', stay);
      removeEventListener('keydown', stay);
    };
  }, [leaving, guard]);

  const back = useCallback(() => (guards.current === 2 ? history.back() : latest.current()), []);
  return { back, leaving };
}
