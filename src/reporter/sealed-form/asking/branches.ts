import { type Answered, holds } from '../../../questions/question.ts';
import { chooseIn } from '../../controls/radio-group.ts';

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

/** Does so now, and after each change. `read` gives the answers as they then are. */
export function startBranches(form: HTMLElement, read: () => Answered): void {
  let before: Element | null = null;
  const branch = () => {
    showBranches(form, read());
    const alert = form.querySelector('[role="alert"] > :not([hidden])');
    // What somebody in danger must see may not stand below the edge of a small screen. Once: they go on below it.
    if (alert !== before) alert?.scrollIntoView({ block: 'nearest' });
    before = alert;
  };
  form.addEventListener('change', branch);
  branch();
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
