import { MESSAGE_LIMIT } from '../../protocol/message.ts';
import { deleteMailbox } from '../calls.ts';
import { deliver } from '../deliver.ts';
import { copyOf, part, within } from '../dom.ts';
import { watchIdle } from '../idle.ts';
import { makeSender } from '../sender.ts';
import { withNumber } from '../words.ts';
import type { MailboxKeys } from './mailbox-keys.ts';
import type { MailboxWords } from './mailbox-words.ts';
import { type Contents, readMailbox } from './read-mailbox.ts';
import { sealReply } from './seal-reply.ts';
import { showContents } from './show-contents.ts';

/** Why a mailbox was shut: by its reporter, by idleness, because all was deleted, or because it is gone. */
export type Shut = 'closed' | 'idle' | 'deleted' | 'gone';

/** What an open mailbox needs. `onShut` is called once, when everything has been forgotten. */
export type OpenMailbox = {
  root: HTMLElement;
  keys: MailboxKeys;
  centreKey: Uint8Array;
  words: MailboxWords;
  onShut(reason: Shut): void;
};

const MINUTE = 60_000;

/** Shows an open mailbox. Gives the function that shuts it and forgets its keys. */
export function showInside(open: OpenMailbox, first: Contents): (reason: Shut) => void {
  const { root, keys, centreKey, words } = open;
  const session = new AbortController();
  const inside = part(root, 'inside');
  inside.replaceChildren(copyOf(root, 'inside-template'));
  const status = part(inside, 'inside-status');
  const notice = part(inside, 'inside-trouble');
  const confirm = part(inside, 'confirm');
  const remove = part(inside, 'delete');
  const area = within(inside, 'textarea', HTMLTextAreaElement);
  const error = part(inside, 'reply-error');
  const sender = makeSender(
    async (text: string) => sealReply(text, first.thread, keys, centreKey),
    session.signal,
  );
  let busy = false;

  const shut = (reason: Shut) => {
    if (session.signal.aborted) return;
    session.abort();
    sender.forget();
    keys.secretKey.fill(0);
    keys.token = '';
    area.value = '';
    inside.replaceChildren();
    open.onShut(reason);
  };

  /** Does one thing at a time, says what it is, and shows the trouble when it did not work out. */
  const run = async (work: () => Promise<string | null>) => {
    if (busy) return;
    busy = true;
    notice.hidden = true;
    for (const button of inside.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
    const said = await work().catch(() => null);
    if (session.signal.aborted) return;
    busy = false;
    for (const button of inside.querySelectorAll('button')) button.removeAttribute('aria-disabled');
    status.textContent = said ?? '';
    notice.hidden = said !== null;
    if (said === null) notice.focus();
  };

  const look = () =>
    run(async () => {
      status.textContent = words.looking;
      const read = await readMailbox(keys, centreKey, session.signal);
      if (read.ok) {
        showContents(inside, read.contents, words);
        return part(inside, 'title').textContent ?? '';
      }
      if (read.code === 'unknown') shut('gone');
      return null;
    });

  const showError = (sentence: string) => {
    error.textContent = sentence;
    error.hidden = sentence === '';
    area.setAttribute('aria-invalid', String(sentence !== ''));
    if (sentence !== '') area.focus();
  };

  const reply = () =>
    run(async () => {
      const text = area.value;
      const tooLong = text.length > MESSAGE_LIMIT ? withNumber(words.long, MESSAGE_LIMIT) : '';
      showError(text.trim() === '' ? words.empty : tooLong);
      if (!error.hidden) return '';
      area.readOnly = true;
      status.focus();
      const sent = await sender
        .send(text, (stage) => {
          status.textContent = words.stages[stage];
        })
        .finally(() => {
          area.readOnly = false;
        });
      if (!sent.ok) {
        if (sent.code === 'refused' && sent.reason === 'unauthorized') shut('gone');
        return null;
      }
      sender.forget();
      area.value = '';
      const read = await readMailbox(keys, centreKey, session.signal);
      if (read.ok) showContents(inside, read.contents, words);
      return words.sent;
    });

  const deleteAll = () =>
    run(async () => {
      status.textContent = words.deleting;
      const done = await deliver(deleteMailbox(first.thread, keys.token), session.signal);
      // This code opened the mailbox a moment ago: when it now opens nothing, an earlier try has done its work.
      const gone = !done.ok && done.code === 'refused' && done.reason === 'unauthorized';
      if (done.ok || gone) shut('deleted');
      return null;
    });

  const ask = (asking: boolean) => {
    confirm.hidden = !asking;
    remove.hidden = asking;
    (asking ? confirm : remove).focus();
  };

  part(inside, 'look').addEventListener('click', look);
  part(inside, 'reply').addEventListener('click', reply);
  remove.addEventListener('click', () => ask(true));
  part(inside, 'keep').addEventListener('click', () => ask(false));
  part(inside, 'delete-all').addEventListener('click', deleteAll);
  part(inside, 'close').addEventListener('click', () => shut('closed'));
  const soon = part(inside, 'soon');
  const warn = (text: string) => {
    soon.textContent = text;
  };
  watchIdle(
    [
      { after: 4 * MINUTE, by: 'sure', act: () => warn(words.soon) },
      { after: 5 * MINUTE, by: 'sure', act: () => shut('idle') },
    ],
    session.signal,
    () => warn(''),
  );
  showContents(inside, first, words);
  part(inside, 'title').focus();
  return shut;
}
