import type { Handed } from '../../protocol/items/kinds/handed.ts';
import type { HandoffRow } from '../../protocol/wire/api/handoffs.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';

/** A handoff as the desk shows it: its row, and what left; null where that can't be read. */
export type HandedOn = { row: HandoffRow; item: Handed | null };

/** How far a handoff has come. It stays ours until it is `accepted`. */
export type Stage = 'waiting' | 'opened' | 'accepted' | 'expired' | 'revoked';

/** How far a handoff has come. `now` by the worker's clock, Unix seconds. */
export function stageOf(
  times: Pick<HandoffRow, 'expiresAt' | 'openedAt' | 'acceptedAt' | 'revokedAt'>,
  now: number,
): Stage {
  if (times.acceptedAt !== undefined) return 'accepted';
  if (times.revokedAt !== undefined) return 'revoked';
  if (times.expiresAt <= now) return 'expired';
  return times.openedAt === undefined ? 'waiting' : 'opened';
}

/** Seconds after which a handoff that nobody has accepted is called to mind: in danger, and else. */
const REMIND = { danger: 30 * 60, else: 2 * 3600 };

/** Whether a case was passed on and is still ours after a time in which the other centre should have said something. */
export function isForgotten({ handed, state }: ThreadRow, danger: boolean, now: number): boolean {
  if (!handed || handed.acceptedAt !== undefined || state === 'closed') return false;
  return now - handed.madeAt >= REMIND[danger ? 'danger' : 'else'];
}
