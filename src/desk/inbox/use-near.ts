import { useEffect, useRef, useState } from 'preact/hooks';

/** How far above and below the sight a row counts as near: more than a flick of a finger goes before the next frame. */
const MARGIN = '1500px 0px';

const NONE: ReadonlySet<string> = new Set();

/** The ids of the cases whose rows, drawn as far ones, came near the sight. They stay: nobody sees a row go empty again. */
export function useNear(): ReadonlySet<string> {
  const [near, setNear] = useState(NONE);
  const watching = useRef<IntersectionObserver | null>(null);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const ids = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting && target instanceof HTMLElement ? [target.dataset['referral'] ?? ''] : [],
        );
        if (ids.length > 0) setNear((before) => new Set([...before, ...ids]));
      },
      // Where the list scrolls by itself, beside an open case, its own margin counts.
      { rootMargin: MARGIN, scrollMargin: MARGIN },
    );
    watching.current = observer;
    return () => observer.disconnect();
  }, []);

  // A row that is watched already is not watched twice.
  useEffect(() => {
    for (const row of document.querySelectorAll('.far > .row')) watching.current?.observe(row);
  });

  return near;
}
