import type { Case } from './cases.ts';

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-referral="${CSS.escape(id)}"]`);

/** Moves the focus to the row of a case, once the list is in sight again, which it may not be beside an open case. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => rowOf(id)?.focus());
}

/**
 * Goes to the row after the one that has the focus or whose case is open, or to the one before it. Where the list is out of
 * sight, beside an open case on a narrow screen, that case is opened.
 */
export function step(
  by: 1 | -1,
  sorted: readonly Case[],
  openId: string | null,
  onOpen: (id: string) => void,
): void {
  const at = document.activeElement?.getAttribute('data-referral') ?? openId;
  const from = sorted.findIndex(({ row }) => row.id === at);
  const next = sorted[from < 0 ? 0 : from + by]?.row.id;
  if (next === undefined) return;
  const row = rowOf(next);
  if (row && row.offsetParent !== null) row.focus();
  else onOpen(next);
}
