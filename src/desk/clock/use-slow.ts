import { useEffect, useState } from 'preact/hooks';

/** Milliseconds after which something counts as slow: stretching a passphrase takes 2 to 3 seconds on most devices. */
const SLOW = 6000;

/** Whether something has been under way for long. */
export function useSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!busy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, [busy]);
  return slow;
}
