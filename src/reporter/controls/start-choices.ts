import { checkboxes } from '../shell/dom.ts';
import { startCheckboxes } from './checkbox.ts';
import { startRadioGroup } from './radio-group.ts';

/** Gives what can be chosen or ticked in `root` its behaviour. */
export function startChoices(root: HTMLElement): void {
  for (const group of root.querySelectorAll<HTMLElement>('[role="radiogroup"]')) startRadioGroup(group);
  for (const set of root.querySelectorAll<HTMLElement>('[data-field]')) startCheckboxes(checkboxes(set));
}
