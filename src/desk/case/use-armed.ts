import { useEffect, useState } from 'preact/hooks';

/** Milliseconds for which what has just appeared can't be pressed: the second tap of two was meant for what was there. */
export const ARMING = 600;

/** Whether something may be pressed: not before it has been there for `ARMING` ms. A new `key` is a new thing. */
export function useArmed(key: string | null): boolean {
  const [armed, setArmed] = useState<string | null>(null);
  useEffect(() => {
    setArmed(null);
    if (key === null) return;
    const timer = setTimeout(() => setArmed(key), ARMING);
    return () => clearTimeout(timer);
  }, [key]);
  return key !== null && armed === key;
}
