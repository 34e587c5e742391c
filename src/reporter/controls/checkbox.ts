/*
 * Checkboxes made of `<button role="checkbox">`. Browsers write the state of native ones to their own files, Firefox
 * even where `autocomplete` is off; a button has none. https://www.w3.org/WAI/ARIA/apg/patterns/checkbox/
 */

/** Whether a checkbox is ticked. */
export function isTicked(box: HTMLElement): boolean {
  return box.getAttribute('aria-checked') === 'true';
}

/** Ticks a checkbox or takes its tick away. Says so by a `change` event. */
export function tick(box: HTMLElement, ticked: boolean): void {
  box.setAttribute('aria-checked', String(ticked));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Gives the checkboxes of a set their behaviour for pointer and keyboard. The one marked `data-alone` stands for all
 * others: it never is ticked beside them.
 */
export function startCheckboxes(boxes: readonly HTMLButtonElement[]): void {
  for (const box of boxes) {
    box.addEventListener('click', () => {
      tick(box, !isTicked(box));
      if (!isTicked(box)) return;
      const alone = box.dataset['alone'] !== undefined;
      for (const other of boxes) {
        if (other !== box && isTicked(other) && (alone || other.dataset['alone'] !== undefined))
          tick(other, false);
      }
    });
  }
}
