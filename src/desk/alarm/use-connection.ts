import { useEffect, useState } from 'preact/hooks';
import type { DeskFault } from '../api/result.ts';

/**
 * What is wrong with the connection: what the last fetch of the list met, or, sooner, what the device itself says. When
 * it says that it is online again the list is fetched at once.
 */
export function useConnection(met: DeskFault | null, refresh: () => unknown): DeskFault | null {
  const [offline, setOffline] = useState(!navigator.onLine);
  useEffect(() => {
    const change = () => {
      setOffline(!navigator.onLine);
      if (navigator.onLine) refresh();
    };
    addEventListener('online', change);
    addEventListener('offline', change);
    return () => {
      removeEventListener('online', change);
      removeEventListener('offline', change);
    };
  }, [refresh]);
  return met ?? (offline ? { code: 'offline' } : null);
}
