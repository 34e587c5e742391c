import { part } from '../../shell/dom.ts';

/**
 * Asks before something that can't be taken back: shows a notice and moves the focus to it, and back to `from` when the
 * answer is no; `hides` takes that away meanwhile. `no` and `yes` name the parts that are its buttons. Gives the function that asks.
 */
export function askFirst(
  notice: HTMLElement,
  buttons: { no: string; yes: string },
  onYes: () => void,
): (from: HTMLElement, hides?: boolean) => void {
  let asked: HTMLElement | null = null;
  part(notice, buttons.no).addEventListener('click', () => {
    notice.hidden = true;
    if (!asked) return;
    asked.hidden = false;
    asked.focus();
  });
  part(notice, buttons.yes).addEventListener('click', onYes);
  return (from, hides = false) => {
    asked = from;
    from.hidden = hides;
    notice.hidden = false;
    notice.focus();
  };
}
