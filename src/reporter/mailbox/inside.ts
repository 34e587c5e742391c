import { makeCover } from '../leaving/cover.ts';
import { watchIdle } from '../leaving/idle.ts';
import type { LeaveGuard } from '../leaving/leave-guard.ts';
import { deleteMailbox } from '../sending/calls.ts';
import { deliver } from '../sending/deliver.ts';
import { makeSender } from '../sending/sender.ts';
import { copyOf, part, within } from '../shell/dom.ts';
import type { CentreKeys } from '../shell/self-test.ts';
import type { OwnLinks } from './contents/answer-text.ts';
import { type Contents, isOurs, openContents } from './contents/open-contents.ts';
import { fetchMailbox } from './contents/read-mailbox.ts';
import { showContents } from './contents/show-contents.ts';
import type { MailboxKeys } from './mailbox-keys.ts';
import type { MailboxWords } from './mailbox-words.ts';
import { askFirst } from './reply/ask-first.ts';
import { startReply } from './reply/reply.ts';
import { sealReply } from './reply/seal-reply.ts';
import { makeRunner } from './run-one.ts';

/**
 * Why a mailbox was shut: by its reporter, by idleness (with a reply that is gone, or still on its way), because all was
 * deleted, or because it is gone.
 */
export type Shut = 'closed' | 'idle' | 'idleLost' | 'idleSending' | 'deleted' | 'gone';

/** What an open mailbox needs. */
export type OpenMailbox = {
  root: HTMLElement;
  keys: MailboxKeys;
  centreKeys: CentreKeys;
  words: MailboxWords;
  own: OwnLinks;
  /** Asks before a reply that is not sent is lost with the page. */
  guard: LeaveGuard;
  /** Aborts when the page is left. */
  page: AbortSignal;
  /** Called once, when everything has been forgotten but a reply that is on its way, sealed. */
  onShut(reason: Shut): void;
  /** That reply has arrived, or was refused. */
  onSettledLater(sent: boolean): void;
};

const MINUTE = 60_000;

/** Shows an open mailbox. Gives the function that shuts it and forgets its keys. */
export function showInside(open: OpenMailbox, first: Contents): (reason: Shut) => void {
  const { root, keys, centreKeys, words, own, guard } = open;
  const session = new AbortController();
  const { signal } = session;
  const inside = part(root, 'inside');
  inside.replaceChildren(copyOf(root, 'inside-template'));
  const status = part(inside, 'inside-status');
  const stands = part(inside, 'title');
  const trouble = part(inside, 'inside-trouble');
  const notDeleted = part(inside, 'not-deleted');
  const cover = makeCover(inside);
  const runner = makeRunner(inside, status, [trouble, part(inside, 'unsent'), notDeleted], signal);
  let shown = first;

  const show = (contents: Contents) => {
    shown = contents;
    showContents(inside, contents, words, own);
  };
  const read = async () => {
    const fetched = await fetchMailbox(keys.token, signal, first.thread);
    return fetched.ok
      ? { ok: true as const, contents: openContents(fetched.body, keys, centreKeys) }
      : fetched;
  };

  /** Seals behind what is shown; where something else has taken that place, behind what the mailbox holds now. */
  const seal = async (text: string, tries: number) => {
    if (tries > 0) {
      const again = await read();
      if (again.ok) show(again.contents);
    }
    return signal.aborted ? null : sealReply(text, shown, keys, centreKeys[0]);
  };
  const sender = makeSender(seal, open.page);

  const reply = startReply({
    inside,
    words,
    sender,
    runner,
    async refresh() {
      const again = await read();
      if (again.ok) show(again.contents);
    },
    onGone: () => shut('gone'),
    onSettledLater: open.onSettledLater,
    isShut: () => signal.aborted,
  });

  inside.addEventListener('input', () => guard.stake(reply.typed() ? 'words' : 'nothing'), { signal });

  const shut = (reason: Shut) => {
    if (signal.aborted) return;
    const sending = reason === 'idle' && reply.onItsWay();
    const lost = reason === 'idle' && !sending && reply.typed();
    session.abort();
    guard.stake('nothing');
    if (!sending) sender.forget();
    keys.secretKey.fill(0);
    keys.token = '';
    within(inside, 'textarea', HTMLTextAreaElement).value = '';
    inside.replaceChildren();
    cover(false);
    open.onShut(sending ? 'idleSending' : lost ? 'idleLost' : reason);
  };

  const look = () =>
    runner.run(async () => {
      status.textContent = words.looking;
      const again = await read();
      if (!again.ok) {
        if (again.code === 'unknown') shut('gone');
        return { notice: trouble };
      }
      const before = { state: stands.textContent, told: told(shown) };
      show(again.contents);
      const isNews = stands.textContent !== before.state || told(shown) > before.told;
      return { said: isNews ? stands.textContent : words.nothingNew };
    });

  const deleteAll = () =>
    runner.run(async () => {
      status.textContent = words.deleting;
      reply.halt();
      const done = await deliver(deleteMailbox(first.thread, keys.token), signal);
      // This code opened the mailbox a moment ago: when it now opens nothing, an earlier try has done its work.
      const gone = !done.ok && done.code === 'refused' && done.reason === 'unauthorized';
      if (done.ok || gone) shut('deleted');
      return { notice: notDeleted };
    });

  const remove = part(inside, 'delete');
  const askDelete = askFirst(part(inside, 'confirm'), { no: 'keep', yes: 'delete-all' }, deleteAll);
  remove.addEventListener('click', () => askDelete(remove, true));

  let next = '/';
  const leave = part(inside, 'leave');
  const askLeave = askFirst(leave, { no: 'stay', yes: 'go' }, () => location.assign(next));
  part(inside, 'messages').addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-page]') : null;
    // The guard asks already where a reply would be lost.
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    event.preventDefault();
    next = link.pathname;
    askLeave(link);
  });

  part(inside, 'look').addEventListener('click', look);
  part(inside, 'close').addEventListener('click', () => shut('closed'));
  const soon = part(inside, 'soon');
  const warn = (text: string) => {
    soon.textContent = text;
  };
  watchIdle(
    [
      { after: 4 * MINUTE, by: 'sure', act: () => warn(words.soon) },
      { after: 5 * MINUTE, by: 'possible', act: () => cover(true) },
      { after: 5 * MINUTE, by: 'sure', act: () => shut('idle') },
    ],
    signal,
    () => warn(''),
  );
  show(first);
  stands.focus();
  return shut;
}

/** How often the centre has said something: by an answer, or by a status. */
const told = ({ entries }: Contents): number => entries.filter(isOurs).length;
