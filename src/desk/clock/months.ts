/** The month, `2026-11`, in which the worker keeps what is closed at a moment in Unix seconds: it counts the days of UTC. */
export const monthClosedAt = (at: number): string => new Date(at * 1000).toISOString().slice(0, 7);

/** The month that is so many months later. */
export function laterMonth(yearAndMonth: string, by: number): string {
  const month = new Date(yearAndMonth);
  month.setUTCMonth(month.getUTCMonth() + by);
  return month.toISOString().slice(0, 7);
}
