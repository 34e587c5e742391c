import { isTicked } from '../controls/checkbox.ts';
import { chosenIn } from '../controls/radio-group.ts';
import { checkboxes, textFields } from '../shell/dom.ts';

/*
 * Radio groups, sets of checkboxes and typed fields are marked `data-field`, each with the name of its answer. What
 * is not in the form, or is none of the values that are asked for, counts as not answered.
 */

/** Which one of these values is chosen in a radio group, or null. */
export function choice<const T extends string>(
  form: HTMLElement,
  name: string,
  values: readonly T[],
): T | null {
  const group = form.querySelector<HTMLElement>(`[data-field="${name}"]`);
  const chosen = group && chosenIn(group);
  return values.find((value) => value === chosen) ?? null;
}

/** Which of these values are ticked in a set of checkboxes. */
export function ticked<const T extends string>(form: HTMLElement, name: string, values: readonly T[]): T[] {
  const set = form.querySelector<HTMLElement>(`[data-field="${name}"]`);
  const boxes = set ? checkboxes(set) : [];
  return values.filter((value) => boxes.some((box) => isTicked(box) && box.value === value));
}

/** What is typed in a field. */
export function typed(form: HTMLElement, name: string): string {
  return textFields(form).find((field) => field.dataset['field'] === name)?.value ?? '';
}

/** What was typed as it goes into an item: blank is nothing. */
export function given(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}
