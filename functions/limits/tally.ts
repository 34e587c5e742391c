import type { Allowance } from './allowances.ts';

/** What was counted under a key within one window. Times in Unix seconds. */
type Window = { ends: number; requests: number; bytes: number };

/** Counts requests and bytes by key, in memory alone. */
export type Tally = {
  /**
   * Counts a request of so many bytes, and gives how full the fullest window now is (over 1: more than allowed). `at` in
   * Unix seconds.
   */
  count(key: string, allowances: readonly Allowance[], bytes: number, at: number): number;
  /** Takes a request back that was counted in a key's window of so many seconds, as far as that has not ended. */
  uncount(key: string, seconds: number, at: number): void;
  /** How many were counted in a key's window of so many seconds. */
  countedIn(key: string, seconds: number, at: number): number;
};

/** Keys that are remembered at most: some 50 MiB of an object's 128. Beyond that the oldest are forgotten. */
const MOST_KEYS = 200_000;

/** Makes a tally. Windows are fixed: each begins with the first request after the one before has ended. */
export function createTally(mostKeys = MOST_KEYS): Tally {
  const windows = new Map<string, Window>();
  const windowOf = (key: string, seconds: number, at: number): Window => {
    const name = `${key} ${seconds}`;
    const known = windows.get(name);
    if (known && known.ends > at) return known;
    const fresh = { ends: at + seconds, requests: 0, bytes: 0 };
    // Anew at the end, so that the first in the map are those that were begun longest ago.
    windows.delete(name);
    windows.set(name, fresh);
    for (const oldest of windows.keys()) {
      if (windows.size <= mostKeys) break;
      windows.delete(oldest);
    }
    return fresh;
  };
  return {
    count(key, allowances, bytes, at) {
      let full = 0;
      for (const allowance of allowances) {
        const window = windowOf(key, allowance.seconds, at);
        window.requests += 1;
        window.bytes += bytes;
        full = Math.max(full, window.requests / allowance.requests, window.bytes / allowance.bytes);
      }
      return full;
    },
    uncount(key, seconds, at) {
      const window = windows.get(`${key} ${seconds}`);
      if (window && window.ends > at) window.requests = Math.max(0, window.requests - 1);
    },
    countedIn(key, seconds, at) {
      const window = windows.get(`${key} ${seconds}`);
      return window && window.ends > at ? window.requests : 0;
    },
  };
}
