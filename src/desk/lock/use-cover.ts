import { useEffect } from 'preact/hooks';
import type { Cover } from './cover.ts';

/** Covers the application at once while the page is hidden. That alone never locks it. */
export function useCover(cover: Cover): void {
  useEffect(() => {
    const change = () => cover('hidden', document.hidden);
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, [cover]);
}
