import { receiptGroups } from '../../protocol/receipt.ts';
import { copyOf, part, within } from '../dom.ts';
import { leaveSite } from '../leave.ts';

/**
 * Replaces the form by the receipt: the code of 16 digits, shown four by four, and what happens next. The code hides
 * when the page does, and stays hidden until it is asked for. Where the receipt has a button to close the page, that
 * leaves the site. Gives a function that forgets the code.
 */
export function showReceipt(root: HTMLElement, receiptCode: string): () => void {
  let code = receiptCode;
  const screen = copyOf(root, 'receipt');
  const shown = part(screen, 'code');
  const said = part(screen, 'code-said');
  const hide = within(screen, 'input', HTMLInputElement);
  const title = within(screen, 'h1', HTMLElement);

  const show = () => {
    const groups = hide.checked || code === '' ? Array<string>(4).fill('••••') : receiptGroups(code);
    shown.replaceChildren(...groups.map(spanWith));
    // Digit by digit: screen readers would make thousands of the groups.
    said.textContent = hide.checked ? '' : groups.map((group) => [...group].join(' ')).join(', ');
  };
  hide.checked = false;
  hide.addEventListener('change', show);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return;
    hide.checked = true;
    show();
  });
  screen.querySelector('[data-part="close"]')?.addEventListener('click', leaveSite);
  show();
  root.replaceChildren(screen);
  scrollTo(0, 0);
  title.focus();

  return () => {
    code = '';
    hide.checked = true;
    show();
  };
}

function spanWith(text: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
