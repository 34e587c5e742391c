import { receiptGroups } from '../../protocol/seal/receipt.ts';
import { withPlainDigits } from '../../protocol/wire/decimal-digits.ts';
import { leaveSite } from '../leaving/leave.ts';
import { copyOf, part, within } from '../shell/dom.ts';

/** A receipt that is shown. */
export type ReceiptScreen = {
  /** Says that the message was sent already: to who came back to it. */
  remind(): void;
  /** Forgets the code. */
  forget(): void;
};

/** Digits of the code that somebody may type from their paper, to see whether they wrote it down right. */
const PRACTISED = 4;

/**
 * Replaces what a page shows by the receipt: the code of 16 digits, four by four, and nothing else that could lead
 * away. What happens next shows once somebody says that they have written it down (`onNoted`). The code hides then, and
 * when the page does, until it is asked for.
 */
export function showReceipt(
  root: HTMLElement,
  page: HTMLElement,
  receiptCode: string,
  onNoted: () => void,
): ReceiptScreen {
  let code = receiptCode;
  const screen = copyOf(root, 'receipt');
  const shown = part(screen, 'code');
  const said = part(screen, 'code-said');
  const hide = part(screen, 'hide');
  const show = part(screen, 'show');
  const title = within(screen, 'h1', HTMLElement);
  const already = part(screen, 'already');
  const noted = part(screen, 'noted');
  const keep = part(screen, 'keep');
  const after = part(screen, 'after');
  const practice = within(screen, '[data-field="practice"]', HTMLInputElement);
  const right = part(screen, 'right');
  const wrong = part(screen, 'wrong');

  const showCode = (visible: boolean) => {
    const groups = visible && code !== '' ? receiptGroups(code) : Array<string>(4).fill('••••');
    shown.replaceChildren(...groups.map(spanWith));
    // Digit by digit: screen readers would make thousands of the groups.
    said.textContent = visible ? groups.map((group) => [...group].join(' ')).join(', ') : '';
    hide.hidden = !visible;
    show.hidden = visible;
    // Nobody says that they have written down what they can't see.
    noted.hidden = !visible || !after.hidden;
  };
  const practise = () => {
    const digits = withPlainDigits(practice.value).replace(/\D/g, '');
    const isRight = digits.slice(-PRACTISED) === code.slice(-PRACTISED);
    right.hidden = !isRight;
    wrong.hidden = isRight;
    if (!isRight) showCode(true);
  };

  hide.addEventListener('click', () => {
    showCode(false);
    show.focus();
  });
  show.addEventListener('click', () => {
    showCode(true);
    hide.focus();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    const goes = document.activeElement === hide || document.activeElement === noted;
    showCode(false);
    if (goes) show.focus();
  });
  noted.addEventListener('click', () => {
    keep.hidden = true;
    after.hidden = false;
    showCode(false);
    onNoted();
    after.focus();
  });
  within(after, '[data-action="practise"]', HTMLElement).addEventListener('click', practise);
  practice.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') practise();
  });
  practice.addEventListener('input', () => {
    right.hidden = true;
    wrong.hidden = true;
  });
  after.querySelector('[data-part="close"]')?.addEventListener('click', leaveSite);
  practice.value = '';
  // It may arrive while nobody looks, and somebody else may look next.
  showCode(!document.hidden);
  page.replaceChildren(screen);
  scrollTo(0, 0);
  title.focus();

  return {
    remind() {
      already.hidden = false;
      title.focus();
    },
    forget() {
      code = '';
      practice.value = '';
      showCode(false);
    },
  };
}

function spanWith(text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
