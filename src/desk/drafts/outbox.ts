import type { FirstItem } from '../../protocol/items/item.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { ApiFault, DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';

/** How sending ended. `maybe`: nobody can say whether it was stored. */
export type Sent = { ok: true } | { ok: false; fault: DeskFault; maybe: boolean };

/** Sends the answers of one thread. */
export type Outbox = {
  /** Sends a text as an answer to the thread of which revision `rev` was seen. */
  send: (text: string, rev: number) => Promise<Sent>;
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

/** A try of which it is not known whether it was stored. Without an envelope it is from before a lock. */
type Pending = { text: string; id: string; envelope: string | null };

/**
 * Makes the outbox of a thread. `tried` is what an earlier session tried without learning what became of it: sent
 * again under its id, it is in the thread once at most. The same text is sent again under the same id and in the same bytes, which the worker
 * stores once; another text is another answer.
 */
export function createOutbox(
  api: Api,
  vault: VaultClient,
  { thread, mailbox }: FirstItem,
  tried: { text: string; id: string } | null = null,
): Outbox {
  let pending: Pending | null = tried && { ...tried, envelope: null };

  return {
    async send(text, rev) {
      const id = pending?.text === text ? pending.id : randomId();
      let envelope = pending?.id === id ? pending.envelope : null;
      if (envelope === null) {
        const boxed = await vault.box({ v: 1, kind: 'message', author: 'desk', thread, id, text }, mailbox);
        if (!boxed.ok) return { ok: false, fault: boxed, maybe: false };
        envelope = boxed.envelope;
        pending = { text, id, envelope };
      }
      const answer = await api.answer(thread, { id, envelope, rev });
      if (!answer.ok) return { ok: false, fault: answer, maybe: MAYBE_STORED.includes(answer.code) };
      pending = null;
      return { ok: true };
    },
    tried: () => pending,
    settle() {
      pending = null;
    },
  };
}
