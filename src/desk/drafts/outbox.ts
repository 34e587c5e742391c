import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { FirstItem } from '../../protocol/items/item.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Acted } from '../acts/use-acts.ts';
import type { Api } from '../api/client.ts';
import type { ApiFault, DeskFault } from '../api/result.ts';
import type { Thread } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';

/** How sending ended. `maybe`: nobody can say whether it was stored. */
export type Sent = { ok: true } | { ok: false; fault: DeskFault; maybe: boolean };

/** Sends the answers of one thread. */
export type Outbox = {
  /**
   * Sends a text as an answer to the thread, behind what of it was seen. `take`: takes it first, where nobody has it; then
   * nothing else may have happened since it was seen.
   */
  send: (text: string, seen: Pick<Thread, 'row' | 'next'>, take?: () => Promise<Acted>) => Promise<Sent>;
  /** The last text that was tried, and its id, until it is known to be stored. */
  tried: () => { id: string; text: string } | null;
  /** Forgets what was tried: it was found in the thread. */
  settle: () => void;
};

/** Faults after which the worker may have stored the answer all the same. */
const MAYBE_STORED: readonly ApiFault[] = [
  'offline',
  'timeout',
  'foreign',
  'internal',
  'unavailable',
  'unreadable',
];

const CHANGED = { ok: false, code: 'changed' } as const;

/** A try of which it is not known whether it was stored. What is not sealed is from before a lock. */
type Pending = {
  text: string;
  id: string;
  sealed: { seq: number; envelope: string } | null;
  /** The revision that taking the thread for it gave; null where that was not done. */
  taken: number | null;
};

/**
 * Makes the outbox of a thread. `tried` is what an earlier session tried without learning what became of it: sent
 * again under its id, it is in the thread once at most. The same text is sent again under the same id and in the same bytes,
 * which the worker stores once, until it says that another stands in its place; another text is another answer.
 */
export function createOutbox(
  api: Api,
  vault: VaultClient,
  { thread, mailbox }: FirstItem,
  tried: { text: string; id: string } | null = null,
): Outbox {
  let pending: Pending | null = tried && { ...tried, sealed: null, taken: null };

  return {
    async send(text, { row, next }, take) {
      const again = pending?.text === text ? pending : null;
      const id = again?.id ?? randomId();
      let sealed = again?.sealed ?? null;
      if (sealed === null) {
        const message = { v: ITEM_VERSION, kind: 'message', author: 'desk', thread, id, text } as const;
        const boxed = await vault.box({ ...message, ...next, at: writerTime() }, mailbox);
        if (!boxed.ok) return { ok: false, fault: boxed, maybe: false };
        sealed = { seq: next.seq, envelope: boxed.envelope };
      }
      // What was taken for an earlier try is not taken once more: that would be a change behind it.
      let taken = again?.taken ?? null;
      pending = { text, id, sealed, taken };
      if (take && taken === null) {
        const acted = await take();
        if (!acted.ok) return { ok: false, fault: acted.fault, maybe: false };
        taken = acted.row.rev;
        pending = { text, id, sealed, taken };
      }
      const rev = take ? row.rev + 1 : row.rev;
      const answer = take && taken !== rev ? CHANGED : await api.answer(thread, { id, ...sealed, rev });
      if (!answer.ok) {
        // Whatever of it is still under way is refused too: its place is taken.
        if (answer.code === 'changed') pending = null;
        return { ok: false, fault: answer, maybe: MAYBE_STORED.includes(answer.code) };
      }
      pending = null;
      return { ok: true };
    },
    tried: () => pending,
    settle() {
      pending = null;
    },
  };
}
