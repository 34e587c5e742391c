import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A ref for the heading of what opens: it gets the focus once, so that reading starts there. */
export function useFocusOnOpen<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
