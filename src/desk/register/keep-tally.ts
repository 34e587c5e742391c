import { ITEM_VERSION, isDay } from '../../protocol/items/fields.ts';
import { FIRST_LOOK, type Tally } from '../../protocol/items/kinds/tally.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { brusselsTime } from '../clock/brussels-time.ts';
import type { VaultClient } from '../vault/client.ts';

/** The month in Brussels at a moment in Unix seconds, `2027-03`. */
export function monthAt(at: number): string {
  const { year, month } = brusselsTime(at);
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** How long it took until a member first looked; left out where nobody has, or of a case that was closed for a day no hour is kept. */
export function firstLookOf({ receivedAt, readAt }: Pick<ThreadRow, 'receivedAt' | 'readAt'>) {
  if (readAt === undefined || isDay(receivedAt)) return undefined;
  const limits = [900, 3600, 86_400];
  const at = limits.findIndex((limit) => readAt - receivedAt <= limit);
  return FIRST_LOOK[at < 0 ? limits.length : at];
}

/** What of a tally is said; the rest is the same for all. `id`: of one that it takes the place of, or a new one. */
export type Said = Omit<Tally, 'v' | 'kind' | 'thread'>;

/** Seals one for the figures and stores it, once, or in the place of the one with its id. */
export async function keepTally(
  api: Api,
  vault: VaultClient,
  said: Said,
): Promise<{ ok: true } | { ok: false; fault: DeskFault }> {
  const item: Tally = { ...said, v: ITEM_VERSION, kind: 'tally', thread: said.id };
  const sealed = await vault.keep(item);
  if (!sealed.ok) return { ok: false, fault: sealed };
  const answer = await api.putTally(said.id, { month: said.month, envelope: sealed.envelope });
  return answer.ok ? { ok: true } : { ok: false, fault: answer };
}
