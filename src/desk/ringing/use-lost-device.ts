import { useEffect, useState } from 'preact/hooks';
import { ability } from './ability.ts';

/**
 * Whether this device was switched on and takes no push any more: its service worker is there, and the browser has dropped the
 * subscription, or was told to show nothing.
 */
export function useLostDevice(): boolean {
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let here = true;
    const look = async () => {
      if (ability() === 'unable' || ability() === 'home') return;
      const [registration] = await navigator.serviceWorker.getRegistrations();
      const subscription = await registration?.pushManager.getSubscription();
      if (here) setLost(registration !== undefined && !subscription);
    };
    void look().catch(() => {});
    return () => {
      here = false;
    };
  }, []);
  return lost;
}
