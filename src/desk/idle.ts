/** How long, in ms, the desk may lie idle before it locks: 5 minutes, 2 on a telephone. */
export const IDLE_LIMIT = { fine: 5 * 60_000, coarse: 2 * 60_000 } as const;

/** How long before locking it warns, ms. */
export const IDLE_WARNING = 30_000;

/** How long it may be hidden before it locks, ms. */
export const HIDDEN_LIMIT = 30_000;

/** What idling so long (ms) means, where `limit` is what is allowed. */
export function idleState(idle: number, limit: number): 'active' | 'warn' | 'lock' {
  if (idle >= limit) return 'lock';
  return idle >= limit - IDLE_WARNING ? 'warn' : 'active';
}
