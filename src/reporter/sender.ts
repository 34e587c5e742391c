import { type DeliveryStage, deliver } from './deliver.ts';
import type { Call } from './request.ts';

/** What a sender is doing, for people to read. */
export type SendStage = 'sealing' | DeliveryStage;

/** Why something was not sent. */
export type SendFault =
  /** `busy`: it is being sent already. `stopped`: the page is being left. `unsent`: trying again is right. */
  | { ok: false; code: 'busy' | 'stopped' | 'unsent' }
  /** The worker says no (with its HTTP status), or nothing could be sealed (null). Trying again changes nothing. */
  | { ok: false; code: 'refused'; status: number | null };

/** What came of sending: what was sealed and has arrived, or why it has not. */
export type Sent<Sealed> = { ok: true; sealed: Sealed } | SendFault;

/** Sends what someone wrote, once. */
export type Sender<Written, Sealed> = {
  /** Sends; called again with the same words, it sends the same bytes. Rejects when sealing throws. */
  send(written: Written, onStage: (stage: SendStage) => void): Promise<Sent<Sealed>>;
  /** Forgets what was sealed. */
  forget(): void;
};

/** How many ids are drawn when the worker says that one is taken: with 128 random bits, it never does. */
const MOST_IDS = 3;

/**
 * Makes a sender that delivers something once, however often it is asked: taps while it is busy do nothing, and what
 * was sealed is sent again, byte for byte, until it has arrived or the words have changed.
 */
export function makeSender<Written, Sealed extends { call: Call }>(
  seal: (written: Written) => Promise<Sealed | null>,
  signal: AbortSignal,
): Sender<Written, Sealed> {
  let draft: { sealed: Sealed; words: string } | null = null;
  let busy = false;

  const sealed = async (written: Written, onStage: (stage: SendStage) => void) => {
    const words = JSON.stringify(written);
    if (draft?.words === words) return draft.sealed;
    onStage('sealing');
    const made = await seal(written);
    draft = made && { sealed: made, words };
    return made;
  };

  const sendOnce = async (written: Written, onStage: (stage: SendStage) => void): Promise<Sent<Sealed>> => {
    for (let ids = 0; ids < MOST_IDS; ids++) {
      const made = await sealed(written, onStage);
      if (signal.aborted) return { ok: false, code: 'stopped' };
      if (!made) break;
      const delivery = await deliver(made.call, signal, onStage);
      if (delivery.ok) return { ok: true, sealed: made };
      if (delivery.code === 'stopped') return { ok: false, code: 'stopped' };
      if (delivery.code !== 'refused') return { ok: false, code: 'unsent' };
      const { status } = delivery.answer;
      if (status !== 409) return { ok: false, code: 'refused', status };
      draft = null;
    }
    return { ok: false, code: 'refused', status: null };
  };

  return {
    async send(written, onStage) {
      if (busy) return { ok: false, code: 'busy' };
      busy = true;
      try {
        return await sendOnce(written, onStage);
      } finally {
        busy = false;
      }
    },
    forget() {
      draft = null;
    },
  };
}
