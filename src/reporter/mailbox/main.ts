import '../../browser/without-eval.ts';
import { type ReceiptFault, readReceiptCode } from '../../protocol/seal/receipt.ts';
import { guardLeaving } from '../leaving/leave-guard.ts';
import { part, within } from '../shell/dom.ts';
import { liftExit } from '../shell/exit-above-keyboard.ts';
import { isInsideApp } from '../shell/inside-app.ts';
import { emptyControls, keepClean, startEmpty } from '../shell/page-hygiene.ts';
import { readCentreKeys } from '../shell/self-test.ts';
import { fill, readWords } from '../shell/words.ts';
import { openContents } from './contents/open-contents.ts';
import { readOwnLinks } from './contents/own-links.ts';
import { fetchMailbox } from './contents/read-mailbox.ts';
import { type Shut, showInside } from './inside.ts';
import { deriveMailboxKeys, makeTokens } from './mailbox-keys.ts';
import type { MailboxWords } from './mailbox-words.ts';

/** What is wrong with a code, in words. */
function codeError(fault: ReceiptFault, { wrong }: MailboxWords): string {
  if (fault.code === 'receipt_check') return wrong.receipt_check;
  return fill(wrong.receipt_length, { count: fault.count });
}

/**
 * Starts the mailbox. The field for the receipt code is disabled, and a notice gives the telephone number, until the
 * very last step here.
 */
function startMailbox(root: HTMLElement): void {
  const centreKeys = readCentreKeys(root);
  const words = readWords<MailboxWords>(root);
  const own = readOwnLinks(root);
  const door = part(root, 'door');
  const inside = part(root, 'inside');
  const fields = within(door, 'fieldset', HTMLFieldSetElement);
  const input = within(door, 'input', HTMLInputElement);
  const error = part(door, 'code-error');
  const status = part(door, 'door-status');
  const trouble = part(door, 'door-trouble');
  const shutNotice = part(door, 'shut');
  const tokens = makeTokens();
  const leaving = new AbortController();
  const guard = guardLeaving(root, leaving.signal, () => {});
  let shutInside: ((reason: Shut) => void) | null = null;

  const showError = (sentence: string) => {
    const title = document.title.replace(words.error, '');
    document.title = sentence === '' ? title : words.error + title;
    error.textContent = sentence;
    error.hidden = sentence === '';
    input.setAttribute('aria-invalid', String(sentence !== ''));
    if (sentence !== '') input.focus();
  };

  const showDoor = (reason: Shut) => {
    shutInside = null;
    inside.hidden = true;
    door.hidden = false;
    shutNotice.textContent = words.shut[reason];
    shutNotice.hidden = false;
    shutNotice.focus();
    scrollTo(0, 0);
  };

  /** Says what became of a reply that was on its way when the mailbox shut. The line is read out by itself. */
  const onSettledLater = (sent: boolean) => {
    shutNotice.textContent = sent ? words.shut.sentLater : words.shut.notSent;
    shutNotice.hidden = false;
  };

  /** Gives what is wrong with the number in the field, or null when something else went wrong. */
  const open = async (code: string): Promise<string | null> => {
    const token = await tokens.of(code);
    const fetched = await fetchMailbox(token, leaving.signal);
    if (!fetched.ok) return fetched.code === 'unknown' ? words.wrong.unknown : null;
    const keys = await deriveMailboxKeys(code, token, fetched.body.salt);
    if (leaving.signal.aborted) {
      keys.secretKey.fill(0);
      return null;
    }
    tokens.forget();
    input.value = '';
    door.hidden = true;
    inside.hidden = false;
    const page = leaving.signal;
    const shown = { root, keys, centreKeys, words, own, guard, page, onShut: showDoor, onSettledLater };
    shutInside = showInside(shown, openContents(fetched.body, keys, centreKeys));
    return '';
  };

  const tryOpen = async () => {
    if (fields.disabled) return;
    const read = readReceiptCode(input.value);
    trouble.hidden = true;
    shutNotice.hidden = true;
    showError(read.ok ? '' : codeError(read, words));
    if (!read.ok) return;
    fields.disabled = true;
    status.textContent = words.opening;
    status.focus();
    const wrong = await open(read.code).catch(() => null);
    status.textContent = '';
    fields.disabled = false;
    if (leaving.signal.aborted) return;
    trouble.hidden = wrong !== null;
    if (wrong === null) trouble.focus();
    else if (wrong !== '') showError(wrong);
  };

  // Whoever has written the last digit will ask for the mailbox in a moment.
  const onInput = () => {
    const read = readReceiptCode(input.value);
    if (read.ok) void tokens.of(read.code);
    else tokens.forget();
  };

  part(root, 'inside-app').hidden = !isInsideApp(navigator.userAgent);
  startEmpty(door);
  liftExit();
  part(door, 'open').addEventListener('click', tryOpen);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void tryOpen();
  });
  input.addEventListener('input', onInput);
  keepClean(() => {
    leaving.abort();
    tokens.forget();
    emptyControls(door);
    shutInside?.('closed');
  });
  fields.disabled = false;
  part(root, 'not-ready').hidden = true;
}

const root = document.querySelector<HTMLElement>('[data-app="mailbox"]');
if (root) startMailbox(root);
