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

/** A call, or that a number was opened, with what came of it and what else is to be known. */
export function callOf(
  { to, reason }: Pick<Call, 'to' | 'reason'>,
  { outcome, text }: Pick<Call, 'outcome' | 'text'>,
): Kept {
  return {
    kind: 'call',
    to,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(text !== undefined && { text }),
  };
}

/** What a member's trail says of it. That a number was opened behind the guard counts for more than the call. */
function deedOf(kept: Kept): Deed {
  if (kept.kind === 'note') return 'noted';
  return kept.outcome === 'shown' || kept.reason !== undefined ? 'number-shown' : 'called';
}

/**
 * Makes the outbox of a thread. `tried`: what an earlier session tried, and under which ids. What is tried again
 * goes under the same id and, in one session, in the same bytes: an entry carries no number inside.
 */
export function createEntryOutbox(
  api: Api,
  vault: VaultClient,
  thread: string,
  tried: readonly { id: string; kept: Kept }[] = [],
): EntryOutbox {
  const pending = new Map<string, { id: string; envelope: string | null }>(
    tried.map(({ id, kept }) => [JSON.stringify(kept), { id, envelope: null }]),
  );

  return {
    async keep(kept, seen, reload) {
      const what = JSON.stringify(kept);
      const one = pending.get(what) ?? { id: randomId(), envelope: null };
      // Before anything is waited for: should the desk lock now, it is known under which id this was tried.
      pending.set(what, one);
      const { id } = one;
      let { envelope } = one;
      if (envelope === null) {
        const sealed = await vault.keep({ ...kept, v: ITEM_VERSION, thread, id, at: writerTime() });
        if (!sealed.ok) return { ok: false, fault: sealed };
        envelope = sealed.envelope;
      }
      pending.set(what, { id, envelope });
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
      pending.delete(what);
      return { ok: true };
    },
    triedAs: (kept) => pending.get(JSON.stringify(kept))?.id ?? null,
  };
}
