import type { ErrorCode } from '../../protocol/wire/api/errors.ts';
import type { Call } from './call.ts';
import { type DeliveryStage, deliver, ENDLESS, type Patience, WATCHED } from './deliver.ts';
import { pause } from './pause.ts';

/** What a sender is doing, for people to read. */
export type SendStage = 'sealing' | DeliveryStage;

/** Why something was not sent. */
export type SendFault =
  /**
   * `busy`: it is being sent already. `stopped`: the page is being left, or it is sent in another way. `unsent`: trying
   * again is right, and `goOn` does; where it is `crowded`, shorter words would go through.
   */
  | { ok: false; code: 'busy' | 'stopped' }
  | { ok: false; code: 'unsent'; crowded: boolean }
  /** The worker says no (with its code), or nothing could be sealed (null). Trying again changes nothing. */
  | { ok: false; code: 'refused'; reason: ErrorCode | null };

/** What came of sending: what was sealed and has arrived, or why it has not. */
export type Sent<Sealed> = { ok: true; sealed: Sealed } | SendFault;

/** Sends what someone wrote, once. */
export type Sender<Written, Sealed> = {
  /**
   * Sends; called again with the same words, it sends the same bytes. Gives up with `unsent` while somebody waits, and
   * rejects when sealing throws.
   */
  send(written: Written, onStage: (stage: SendStage) => void): Promise<Sent<Sealed>>;
  /**
   * Goes on with what `send` gave up, for as long as the page is open. `stopped` as soon as `send`, `halt` or `forget`
   * is called: what is sent must be what stands on the page.
   */
  goOn(): Promise<Sent<Sealed>>;
  /** Ends `goOn`: the words are being changed. What was sealed stays, should they come back as they were. */
  halt(): void;
  /** Forgets what was sealed. */
  forget(): void;
};

/**
 * How often something is sealed when the worker says that its place is taken: by another message that came before, or its id,
 * which with 128 random bits never is.
 */
const MOST_TRIES = 3;

/** Milliseconds before `goOn` tries for the first time: `send` has just tried. */
const REST = 10_000;

/**
 * Makes a sender that delivers something once, however often it is asked: taps while it is busy do nothing, and what
 * was sealed is sent again, byte for byte, until it has arrived or the words have changed. `seal` gets how often it was
 * sealed before and refused.
 */
export function makeSender<Written, Sealed extends { call: Call }>(
  seal: (written: Written, tries: number) => Promise<Sealed | null>,
  signal: AbortSignal,
): Sender<Written, Sealed> {
  let draft: { sealed: Sealed; written: Written; words: string } | null = null;
  let busy = false;
  let onward = new AbortController();

  const halt = () => {
    onward.abort();
    onward = new AbortController();
  };
  signal.addEventListener('abort', halt);

  const sealed = async (written: Written, tries: number, onStage: (stage: SendStage) => void) => {
    const words = JSON.stringify(written);
    if (draft?.words === words) return draft.sealed;
    onStage('sealing');
    const made = await seal(written, tries);
    draft = made && { sealed: made, written, words };
    return made;
  };

  const sendOnce = async (
    written: Written,
    onStage: (stage: SendStage) => void,
    patience: Patience,
    until: AbortSignal,
  ): Promise<Sent<Sealed>> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const made = await sealed(written, tries, onStage);
      if (until.aborted) return { ok: false, code: 'stopped' };
      if (!made) break;
      const delivery = await deliver(made.call, until, onStage, patience);
      if (delivery.ok) return { ok: true, sealed: made };
      if (delivery.code === 'stopped') return { ok: false, code: 'stopped' };
      if (delivery.code !== 'refused') return { ok: false, code: 'unsent', crowded: delivery.crowded };
      const elsewhere = delivery.reason === 'conflict' || delivery.reason === 'changed';
      if (!elsewhere) return { ok: false, code: 'refused', reason: delivery.reason };
      draft = null;
    }
    return { ok: false, code: 'refused', reason: null };
  };

  return {
    async send(written, onStage) {
      if (busy) return { ok: false, code: 'busy' };
      halt();
      busy = true;
      try {
        return await sendOnce(written, onStage, WATCHED, signal);
      } finally {
        busy = false;
      }
    },
    async goOn() {
      if (busy || !draft || signal.aborted) return { ok: false, code: 'stopped' };
      halt();
      const until = onward.signal;
      const { written } = draft;
      await pause(REST, true, until);
      if (until.aborted) return { ok: false, code: 'stopped' };
      return sendOnce(written, () => {}, ENDLESS, until);
    },
    halt,
    forget() {
      halt();
      draft = null;
    },
  };
}
