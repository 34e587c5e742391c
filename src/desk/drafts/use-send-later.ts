import { useEffect, useRef } from 'preact/hooks';

/** Milliseconds after which it is tried again, where the device does not say that it is online. */
const AGAIN = 10_000;

/** Tries something again while it waits for the network: when the device is online again, and now and then. */
export function useSendLater(waiting: boolean, send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!waiting) return;
    const again = () => {
      if (navigator.onLine) latest.current();
    };
    const timer = setInterval(again, AGAIN);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [waiting]);
}
