import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { Deed } from '../../protocol/items/kinds/act.ts';
import type { Call } from '../../protocol/items/kinds/call.ts';
import type { Note } from '../../protocol/items/kinds/note.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import type { ThreadEntry } from './load-entries.ts';

type Placed = 'v' | 'thread' | 'id' | 'at';

/** What a member keeps in a thread, without its place. */
export type Kept = Omit<Note, Placed> | Omit<Call, Placed>;

/** What is known of a thread's entries. */
type Known = { entries: readonly ThreadEntry[] };

/** How keeping ended. */
export type KeptResult = { ok: true } | { ok: false; fault: DeskFault };

/** Keeps notes or calls in one thread, each once. */
export type EntryOutbox = {
  /**
   * Keeps it behind what was `seen`. Where a colleague was there first, `reload` tells behind what it comes instead: nothing
   * that a colleague keeps is a reason not to keep this.
   */
  keep: (kept: Kept, seen: Known, reload: () => Promise<Known | null>) => Promise<KeptResult>;
  /** The id under which this was tried, where it is not known to be kept. */
  triedAs: (kept: Kept) => string | null;
};

/** How often colleagues may be there first. */
const TRIES = 8;

/** A note with this text. */
export const noteOf = (text: string): Kept => ({ kind: 'note', text: text.trim() });

/** What a member's trail says of it. That a number was opened behind the guard counts for more than the call. */
function deedOf(kept: Kept): Deed {
  if (kept.kind === 'note') return 'noted';
  return kept.outcome === 'shown' || kept.reason !== undefined ? 'number-shown' : 'called';
}

/**
 * Makes the outbox of a thread. `tried`: what an earlier session tried, and under which id. What is tried again
 * goes under the same id and, in one session, in the same bytes: an entry carries no number inside.
 */
export function createEntryOutbox(
  api: Api,
  vault: VaultClient,
  thread: string,
  tried: { id: string; kept: Kept } | null = null,
): EntryOutbox {
  let pending: { id: string; what: string; envelope: string | null } | null = tried && {
    id: tried.id,
    what: JSON.stringify(tried.kept),
    envelope: null,
  };

  return {
    async keep(kept, seen, reload) {
      const what = JSON.stringify(kept);
      const again = pending?.what === what ? pending : null;
      const id = again?.id ?? randomId();
      let envelope = again?.envelope ?? null;
      if (envelope === null) {
        const sealed = await vault.keep({ ...kept, v: ITEM_VERSION, thread, id, at: writerTime() });
        if (!sealed.ok) return { ok: false, fault: sealed };
        envelope = sealed.envelope;
      }
      pending = { id, what, envelope };
      let known: Known | null = seen;
      for (let tries = 1; known !== null; tries++) {
        const seq = (known.entries.at(-1)?.row.seq ?? 0) + 1;
        const answer = await api.addEntry(thread, { entry: { id, seq, envelope } }, deedOf(kept));
        if (answer.ok) break;
        const { code } = answer;
        if ((code !== 'changed' && code !== 'conflict') || tries === TRIES)
          return { ok: false, fault: answer };
        known = await reload();
        // Under its id other bytes are stored: it had arrived before a lock.
        if (known?.entries.some(({ row }) => row.id === id)) break;
        if (code === 'conflict') return { ok: false, fault: answer };
      }
      if (known === null) return { ok: false, fault: { code: 'offline' } };
      pending = null;
      return { ok: true };
    },
    triedAs: (kept) => (pending?.what === JSON.stringify(kept) ? pending.id : null),
  };
}
