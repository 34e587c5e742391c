import { useEffect } from 'preact/hooks';

/**
 * Does something at once, and again so many milliseconds after each end of it, for as long as its component is there and it
 * gives true. `look` is told by `left` whether the component has gone meanwhile; a new one begins anew.
 */
export function useAgain(look: (left: () => boolean) => Promise<boolean>, pause: number): void {
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout>;
    const go = async () => {
      const more = await look(() => gone);
      if (more && !gone) timer = setTimeout(() => void go(), pause);
    };
    void go();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [look, pause]);
}
