import { type ReceiptFault, readReceiptCode } from '../../protocol/seal/receipt.ts';
import { part, within } from '../shell/dom.ts';
import { liftExit } from '../shell/exit-above-keyboard.ts';
import { emptyControls, keepClean, startEmpty } from '../shell/page-hygiene.ts';
import { fill } from '../shell/words.ts';
import type { NothingForCode } from './nothing-for-code.ts';
import { makeTokens } from './tokens.ts';

/** What the door says. `shut`: with what the page comes back to it. */
export type DoorWords<Reason extends string> = {
  error: string;
  opening: string;
  wrong: Record<'receipt_check' | 'receipt_length' | NothingForCode, string>;
  shut: Record<Reason, string>;
};

/** Shows what lies behind the door, and gives what shuts it again; `onShut` is to be called then. */
export type Inside<Reason extends string> = (onShut: (reason: Reason) => void) => (reason: Reason) => void;

/** What a code and its token (base64url) lead to: what is inside, why there is nothing, or null where something else went wrong. */
export type Open<Reason extends string> = (
  code: string,
  token: string,
) => Promise<Inside<Reason> | NothingForCode | null>;

/** What is wrong with a code, in words. */
function codeError(fault: ReceiptFault, wrong: DoorWords<string>['wrong']): string {
  if (fault.code === 'receipt_check') return wrong.receipt_check;
  return fill(wrong.receipt_length, { count: fault.count });
}

/**
 * Starts the door of a page that a code of 16 digits opens. The field for the code is disabled until the very last step
 * here. `leaving` is aborted when the page is left. `ahead`: whoever has written the last digit will ask to go in in a
 * moment, and the token is derived meanwhile. Gives what says something at the shut door.
 */
export function startCodeDoor<Reason extends string>(
  root: HTMLElement,
  words: DoorWords<Reason | 'closed'>,
  leaving: AbortController,
  open: Open<Reason | 'closed'>,
  { ahead }: { ahead: boolean },
): { say: (sentence: string) => void } {
  const door = part(root, 'door');
  const inside = part(root, 'inside');
  const fields = within(door, 'fieldset', HTMLFieldSetElement);
  const input = within(door, 'input', HTMLInputElement);
  const error = part(door, 'code-error');
  const status = part(door, 'door-status');
  const trouble = part(door, 'door-trouble');
  const notice = part(door, 'shut');
  const tokens = makeTokens();
  let shutInside: ((reason: Reason | 'closed') => void) | null = null;

  const showError = (sentence: string) => {
    const title = document.title.replace(words.error, '');
    document.title = sentence === '' ? title : words.error + title;
    error.textContent = sentence;
    error.hidden = sentence === '';
    input.setAttribute('aria-invalid', String(sentence !== ''));
    if (sentence !== '') input.focus();
  };

  const say = (sentence: string) => {
    notice.textContent = sentence;
    notice.hidden = false;
  };

  const showDoor = (reason: Reason | 'closed') => {
    shutInside = null;
    inside.hidden = true;
    door.hidden = false;
    say(words.shut[reason]);
    notice.focus();
    scrollTo(0, 0);
  };

  /** Gives what is wrong with the code in the field, or null when something else went wrong. */
  const enter = async (code: string): Promise<string | null> => {
    const show = await open(code, await tokens.of(code));
    if (typeof show === 'string') return words.wrong[show];
    if (!show) return null;
    tokens.forget();
    input.value = '';
    door.hidden = true;
    inside.hidden = false;
    shutInside = show(showDoor);
    return '';
  };

  const tryOpen = async () => {
    if (fields.disabled) return;
    const read = readReceiptCode(input.value);
    trouble.hidden = true;
    notice.hidden = true;
    showError(read.ok ? '' : codeError(read, words.wrong));
    if (!read.ok) return;
    fields.disabled = true;
    status.textContent = words.opening;
    status.focus();
    const wrong = await enter(read.code).catch(() => null);
    status.textContent = '';
    fields.disabled = false;
    if (leaving.signal.aborted) return;
    trouble.hidden = wrong !== null;
    if (wrong === null) trouble.focus();
    else if (wrong !== '') showError(wrong);
  };

  const deriveAhead = () => {
    const read = readReceiptCode(input.value);
    if (read.ok) void tokens.of(read.code);
    else tokens.forget();
  };

  startEmpty(door);
  liftExit();
  part(door, 'open').addEventListener('click', tryOpen);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void tryOpen();
  });
  if (ahead) input.addEventListener('input', deriveAhead);
  keepClean(() => {
    leaving.abort();
    tokens.forget();
    emptyControls(door);
    shutInside?.('closed');
  });
  fields.disabled = false;
  part(root, 'not-ready').hidden = true;
  return { say };
}
