/** Seconds before a session ends from which on the desk says so. */
export const SESSION_WARNING = 10 * 60;

/** Where a session stands at a moment. Both in Unix seconds, by the worker's clock. */
export function sessionState(expiresAt: number, now: number): 'open' | 'ending' | 'over' {
  if (now >= expiresAt) return 'over';
  return now >= expiresAt - SESSION_WARNING ? 'ending' : 'open';
}
