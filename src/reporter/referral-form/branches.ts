import { type Answered, holds } from '../../questions/question.ts';
import { chooseIn } from '../controls/radio-group.ts';

/**
 * Shows what goes with the answers and hides the rest. `data-shown-for="way:call way:call-trusted"` names the cases for
 * which an element shows.
 */
export function showBranches(root: HTMLElement, answers: Answered): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-shown-for]')) {
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
