import { overLimit, startCounters } from '../../controls/counter.ts';
import type { Sender, Sent } from '../../sending/sender.ts';
import { part, within } from '../../shell/dom.ts';
import { withCount } from '../../shell/words.ts';
import type { MailboxWords } from '../mailbox-words.ts';
import type { Outcome, Runner } from '../run-one.ts';

/** What writing in an open mailbox needs. */
export type Replying = {
  inside: HTMLElement;
  words: MailboxWords;
  sender: Sender<string, object>;
  runner: Runner;
  /** Reads the mailbox again and shows what it holds. */
  refresh(): Promise<void>;
  /** The mailbox is not there any more. */
  onGone(): void;
  /** A message that was still on its way when the mailbox was shut has arrived, or was refused. */
  onSettledLater(sent: boolean): void;
  /** Whether the mailbox has been shut. */
  isShut(): boolean;
};

/** The reply of an open mailbox, as the rest of it needs to know of it. */
export type Reply = {
  /** Something is typed. */
  typed(): boolean;
  /** What is typed is not sent yet, and is on its way by itself. */
  onItsWay(): boolean;
  /** Stops sending by itself. */
  halt(): void;
};

/**
 * Lets the reporter write: sends once, keeps the words until they have arrived, and goes on by itself as long as the
 * words and the page stay.
 */
export function startReply(replying: Replying): Reply {
  const { inside, words, sender, runner, refresh, onGone, onSettledLater, isShut } = replying;
  const area = within(inside, 'textarea', HTMLTextAreaElement);
  const status = part(inside, 'inside-status');
  const error = part(inside, 'reply-error');
  const unsent = part(inside, 'unsent');
  const trouble = part(inside, 'inside-trouble');
  let goesOn = false;

  const halt = () => {
    goesOn = false;
    sender.halt();
  };

  const showError = (sentence: string) => {
    error.textContent = sentence;
    error.hidden = sentence === '';
    area.setAttribute('aria-invalid', String(sentence !== ''));
    if (sentence !== '') area.focus();
  };

  const findError = (): string => {
    if (area.value.trim() === '') return words.empty;
    const over = overLimit(area);
    return over > 0 ? withCount(words, 'over', over) : '';
  };

  const settle = async (sent: Sent<object>): Promise<Outcome> => {
    if (sent.ok) {
      sender.forget();
      area.value = '';
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await refresh();
      return { said: words.sent };
    }
    if (sent.code === 'unsent') {
      goesOn = true;
      sender.goOn().then(settleLater, () => settleLater({ ok: false, code: 'refused', reason: null }));
      return { notice: unsent };
    }
    if (sent.code === 'refused' && sent.reason === 'unauthorized') onGone();
    return { notice: trouble };
  };

  const settleLater = async (sent: Sent<object>) => {
    if (!sent.ok && (sent.code === 'stopped' || sent.code === 'busy')) return;
    goesOn = false;
    if (isShut()) onSettledLater(sent.ok);
    else await runner.runAfter(() => settle(sent));
  };

  const send = () =>
    runner.run(async () => {
      showError(findError());
      if (!error.hidden) return { said: '' };
      goesOn = false;
      area.readOnly = true;
      status.focus();
      const sent = await sender
        .send(area.value, (stage) => {
          status.textContent = words.stages[stage];
        })
        .finally(() => {
          area.readOnly = false;
        });
      return settle(sent);
    });

  for (const button of inside.querySelectorAll('[data-send]')) button.addEventListener('click', send);
  startCounters(inside, words);
  area.addEventListener('input', () => {
    halt();
    if (!error.hidden && findError() === '') showError('');
  });
  return { typed: () => area.value.trim() !== '', onItsWay: () => goesOn, halt };
}
