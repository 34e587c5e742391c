import { useCallback, useEffect, useRef } from 'preact/hooks';

/**
 * Makes the browser's Back close what is open instead of leaving the desk, which would lock it and lose a draft: on a
 * telephone Back is what a thumb does. While something is open, one more entry stands in the history, with this
 * page's own address and no state. Gives what a button of ours does to go back.
 */
export function useBack(open: boolean, close: () => void): () => void {
  const latest = useRef(close);
  latest.current = close;
  const guarded = useRef(false);

  useEffect(() => {
    if (open && !guarded.current) {
      guarded.current = true;
      history.pushState(null, '');
    }
  }, [open]);

  useEffect(() => {
    const back = () => {
      if (!guarded.current) return;
      guarded.current = false;
      latest.current();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);

  return useCallback(() => (guarded.current ? history.back() : latest.current()), []);
}
