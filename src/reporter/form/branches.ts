import { checkboxes } from '../dom.ts';
import { chooseIn } from '../radio-group.ts';
import type { Answers } from './answers.ts';

/**
 * Shows what goes with the answers and hides the rest. `data-shown-for="way:call way:call-trusted"` names the
 * choices for which an element shows; `way:` is no choice at all and `way:*` is any.
 */
export function showBranches(form: HTMLElement, answers: Answers): void {
  for (const element of form.querySelectorAll<HTMLElement>('[data-shown-for]')) {
    const cases = element.dataset['shownFor']?.split(' ') ?? [];
    element.hidden = !cases.some((one) => holds(one, answers));
  }
}

/** Lets a `data-clear="age"` button take the choice of that group back. */
export function startClearing(form: HTMLElement): void {
  for (const button of form.querySelectorAll<HTMLElement>('[data-clear]')) {
    const group = form.querySelector<HTMLElement>(`[data-field="${button.dataset['clear']}"]`);
    button.addEventListener('click', () => {
      if (!group) return;
      chooseIn(group, null);
      group.querySelector<HTMLElement>('[role="radio"]')?.focus();
    });
  }
}

/** In a set of checkboxes, lets the one marked `data-alone` stand for all others: it never is ticked beside them. */
export function startAlone(form: HTMLElement): void {
  for (const set of form.querySelectorAll<HTMLElement>('fieldset[data-field]')) {
    set.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.checked) return;
      const alone = target.dataset['alone'] !== undefined;
      for (const box of checkboxes(set)) {
        if (box !== target && (alone || box.dataset['alone'] !== undefined)) box.checked = false;
      }
    });
  }
}

function holds(one: string, answers: Answers): boolean {
  const [name = '', value = ''] = one.split(':');
  const answer = Object.entries(answers).find(([key]) => key === name)?.[1] ?? '';
  return value === '*' ? answer !== '' : answer === value;
}
