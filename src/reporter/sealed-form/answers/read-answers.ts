import type { AnswersOf, Question, Questions } from '../../../questions/question.ts';
import { isTicked } from '../../controls/checkbox.ts';
import { chosenIn } from '../../controls/radio-group.ts';
import { checkboxes } from '../../shell/dom.ts';

/**
 * Reads what stands in a form. Its controls are marked `data-field`, each with the name of its answer. What is not in
 * the form, or is none of the values that are asked for, counts as not answered.
 */
export function readAnswers<Rows extends Questions>(form: HTMLElement, rows: Rows): AnswersOf<Rows> {
  const read = Object.entries(rows).map(([field, row]) => {
    return [field, readAnswer(form.querySelector<HTMLElement>(`[data-field="${field}"]`), row)];
  });
  // For each row `readAnswer` gives what `AnswersOf` says; a type can't follow it through the list.
  return Object.fromEntries(read) as AnswersOf<Rows>;
}

function readAnswer(control: HTMLElement | null, row: Question): string | string[] | boolean | null {
  const ticked = () => (control ? checkboxes(control).filter(isTicked) : []);
  switch (row.control) {
    case 'radios': {
      const chosen = control && chosenIn(control);
      return row.options.find((value) => value === chosen) ?? null;
    }
    case 'checks': {
      const values = ticked().map((box) => box.value);
      return row.options.filter((value) => values.includes(value));
    }
    case 'checkbox':
      return ticked().length > 0;
    default:
      return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
        ? control.value
        : '';
  }
}
