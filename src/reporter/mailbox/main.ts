import '../../browser/without-eval.ts';
import { startCodeDoor } from '../code-door/code-door.ts';
import { guardLeaving } from '../leaving/leave-guard.ts';
import { part } from '../shell/dom.ts';
import { isInsideApp } from '../shell/inside-app.ts';
import { readCentreKeys } from '../shell/self-test.ts';
import { readWords } from '../shell/words.ts';
import { openContents } from './contents/open-contents.ts';
import { readOwnLinks } from './contents/own-links.ts';
import { fetchMailbox } from './contents/read-mailbox.ts';
import { type Shut, showInside } from './inside.ts';
import { deriveMailboxKeys } from './mailbox-keys.ts';
import type { MailboxWords } from './mailbox-words.ts';

/**
 * Starts the mailbox. The field for the receipt code is disabled, and a notice gives the telephone number, until the
 * very last step here.
 */
function startMailbox(root: HTMLElement): void {
  const centreKeys = readCentreKeys(root);
  const words = readWords<MailboxWords>(root);
  const own = readOwnLinks(root);
  const leaving = new AbortController();
  const page = leaving.signal;
  const guard = guardLeaving(root, page, () => false);
  part(root, 'inside-app').hidden = !isInsideApp(navigator.userAgent);
  const door = startCodeDoor<Shut>(
    root,
    words,
    leaving,
    async (code, token) => {
      const fetched = await fetchMailbox(token, page);
      if (!fetched.ok) return fetched.code === 'unknown' || fetched.code === 'damaged' ? fetched.code : null;
      const keys = await deriveMailboxKeys(code, token, fetched.body.salt);
      if (page.aborted) {
        keys.secretKey.fill(0);
        return null;
      }
      return (onShut) => {
        const shown = { root, keys, centreKeys, words, own, guard, page, onShut, onSettledLater };
        return showInside(shown, openContents(fetched.body, keys, centreKeys));
      };
    },
    { ahead: true },
  );

  /** Says what became of a reply that was on its way when the mailbox shut. The line is read out by itself. */
  function onSettledLater(sent: boolean): void {
    door.say(sent ? words.shut.sentLater : words.shut.notSent);
  }
}

const root = document.querySelector<HTMLElement>('[data-app="mailbox"]');
if (root) startMailbox(root);
