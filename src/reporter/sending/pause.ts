/**
 * Waits so many milliseconds. Shorter when the signal aborts; and, where `eager`, when the network comes back or
 * somebody looks at the page again: browsers hardly run the timers of a page that nobody sees.
 */
export function pause(time: number, eager: boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const look = () => {
      if (!document.hidden) done();
    };
    const timer = setTimeout(done, time);
    if (signal.aborted) return done();
    signal.addEventListener('abort', done);
    if (!eager) return;
    addEventListener('online', done);
    addEventListener('visibilitychange', look);
  });
}
