import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { State } from '../../protocol/items/kinds/state.ts';
import type { ChangeState } from '../../protocol/wire/api/threads.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { ThreadEntry } from '../entries/load-entries.ts';
import type { VaultClient, VaultResult } from '../vault/client.ts';
import type { FirstRead, SaidState } from './fits.ts';
import type { Stand } from './stand.ts';

/** The place of the next entry of a thread: its number, and the digest of the one before; null for the first. */
export type EntryPlace = { seq: number; prev: string | null };

/** The place behind a state that nothing has followed. */
export const placeBehind = (said: SaidState | null): EntryPlace => ({
  seq: (said?.item.seq ?? 0) + 1,
  prev: said?.digest ?? null,
});

/** The place behind all entries of a thread, oldest first. */
export function placeAfter(entries: readonly ThreadEntry[]): EntryPlace {
  const last = entries.at(-1);
  return last ? { seq: last.row.seq + 1, prev: last.opened.digest } : { seq: 1, prev: null };
}

/** A state that was sealed: the entry to send, and the state as whoever reads it will have it. */
export type SealedState = { entry: ChangeState['entry']; said: SaidState };

/** Seals how a member leaves a thread, at a place among its entries. `first`: what was read in the envelope that began it. */
export async function sealState(
  vault: VaultClient,
  thread: string,
  first: FirstRead,
  { seq, prev }: EntryPlace,
  stand: Stand,
): Promise<VaultResult<SealedState>> {
  const id = randomId();
  const item: State = {
    ...stand,
    v: ITEM_VERSION,
    kind: 'state',
    thread,
    id,
    seq,
    prev,
    at: writerTime(),
    pins: { first: first.digest, mailbox: first.mailbox },
  };
  const sealed = await vault.keep(item);
  if (!sealed.ok) return sealed;
  const { envelope, digest } = sealed;
  // Boxed with the newest key, which is the first of the vault.
  return { ok: true, entry: { id, seq, envelope }, said: { id, digest, item, key: 0 } };
}
