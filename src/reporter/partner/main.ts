import '../../browser/without-eval.ts';
import { type ReceiptFault, readReceiptCode } from '../../protocol/seal/receipt.ts';
import { makeTokens } from '../mailbox/mailbox-keys.ts';
import { part, within } from '../shell/dom.ts';
import { liftExit } from '../shell/exit-above-keyboard.ts';
import { emptyControls, keepClean, startEmpty } from '../shell/page-hygiene.ts';
import { readCentreKeys } from '../shell/self-test.ts';
import { fill, readWords } from '../shell/words.ts';
import { openHanded } from './open-handed.ts';
import type { PartnerWords } from './partner-words.ts';
import { type Shut, showHanded } from './show-handed.ts';

/** What is wrong with a code, in words. */
function codeError(fault: ReceiptFault, { wrong }: PartnerWords): string {
  if (fault.code === 'receipt_check') return wrong.receipt_check;
  return fill(wrong.receipt_length, { count: fault.count });
}

/** Starts the page of another centre. The field for the code is disabled until the very last step here. */
function startPartner(root: HTMLElement): void {
  const centreKeys = readCentreKeys(root);
  const words = readWords<PartnerWords>(root);
  const door = part(root, 'door');
  const inside = part(root, 'inside');
  const fields = within(door, 'fieldset', HTMLFieldSetElement);
  const input = within(door, 'input', HTMLInputElement);
  const error = part(door, 'code-error');
  const status = part(door, 'door-status');
  const trouble = part(door, 'door-trouble');
  const notice = part(door, 'shut');
  const tokens = makeTokens();
  const leaving = new AbortController();
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
    notice.textContent = words.shut[reason];
    notice.hidden = false;
    notice.focus();
    scrollTo(0, 0);
  };

  /** Gives what is wrong with the code in the field, or null when something else went wrong. */
  const open = async (code: string): Promise<string | null> => {
    const token = await tokens.of(code);
    const opened = await openHanded(code, token, centreKeys, leaving.signal);
    if (opened === 'unknown') return words.wrong.unknown;
    if (!opened || leaving.signal.aborted) return null;
    tokens.forget();
    input.value = '';
    door.hidden = true;
    inside.hidden = false;
    shutInside = showHanded({ root, token, opened, words, onShut: showDoor });
    return '';
  };

  const tryOpen = async () => {
    if (fields.disabled) return;
    const read = readReceiptCode(input.value);
    trouble.hidden = true;
    notice.hidden = true;
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

  startEmpty(door);
  liftExit();
  part(door, 'open').addEventListener('click', tryOpen);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void tryOpen();
  });
  keepClean(() => {
    leaving.abort();
    tokens.forget();
    emptyControls(door);
    shutInside?.('closed');
  });
  fields.disabled = false;
  part(root, 'not-ready').hidden = true;
}

const root = document.querySelector<HTMLElement>('[data-app="partner"]');
if (root) startPartner(root);
