import { useEffect, useState } from 'preact/hooks';

const TICK = 10_000;

/** The time in Unix seconds, renewed every ten seconds. `ahead`: seconds by which the worker's clock is ahead. */
export function useNow(ahead: number): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), TICK);
    return () => clearInterval(timer);
  }, []);
  return now + ahead;
}
