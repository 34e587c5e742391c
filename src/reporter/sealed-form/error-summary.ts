import { radiosOf } from '../controls/radio-group.ts';
import { checkboxes, part, saidIn } from '../shell/dom.ts';
import { fill, withCount } from '../shell/words.ts';
import type { FieldError } from './answers/find-errors.ts';
import type { SealedFormWords } from './sealed-form-words.ts';

/**
 * What keeps a form from being sent: a list of links above it, and a sentence at each field.
 * https://design-system.service.gov.uk/components/error-summary/
 */
export type ErrorSummary = {
  /** Shows errors, and moves the focus to the list. Without any, takes everything away. */
  show(errors: readonly FieldError[]): void;
  /** Takes away what has been answered since: what of the errors shown is not among those found now. */
  settle(found: readonly FieldError[]): void;
};

/** Makes the list of errors of a form. */
export function makeErrorSummary(form: HTMLElement, words: SealedFormWords): ErrorSummary {
  const summary = part(form, 'summary');
  let shown: readonly FieldError[] = [];

  const render = (errors: readonly FieldError[]) => {
    shown = errors;
    const title = document.title.replace(words.error, '');
    document.title = errors.length > 0 ? words.error + title : title;
    for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) {
      const error = errors.find(({ field }) => field === place.dataset['error']);
      const control = controlOf(form, place.dataset['error'] ?? '');
      place.textContent = error ? sentence(error, control, words) : '';
      place.hidden = !error;
      if (error) control?.setAttribute('aria-invalid', 'true');
      else control?.removeAttribute('aria-invalid');
    }
    part(summary, 'errors').replaceChildren(
      ...errors.map((error) => {
        const control = controlOf(form, error.field);
        return errorLink(control, sentence(error, control, words));
      }),
    );
    summary.hidden = errors.length === 0;
  };

  return {
    show(errors) {
      render(errors);
      if (errors.length > 0) summary.focus();
    },
    settle(found) {
      const unanswered = found.filter((error) =>
        shown.some(({ field, code }) => field === error.field && code === error.code),
      );
      if (JSON.stringify(unanswered) !== JSON.stringify(shown)) render(unanswered);
    },
  };
}

/** A link to the field. It moves the focus by script, so that nothing is added to the address or the history. */
function errorLink(control: HTMLElement | null, words: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = `#${control?.id ?? ''}`;
  link.textContent = words;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const target = control && (radiosOf(control)[0] ?? checkboxes(control)[0] ?? control);
    // The question above the control should be seen as well.
    control?.closest('[data-question]')?.scrollIntoView();
    target?.focus({ preventScroll: true });
  });
  const item = document.createElement('li');
  item.replaceChildren(link);
  return item;
}

function sentence(error: FieldError, control: HTMLElement | null, words: SealedFormWords): string {
  if (error.code === 'missing') return words.missing[error.field] ?? '';
  const label = labelOf(control);
  if (error.code === 'long') return withCount(words, 'long', error.over, { label });
  return fill(words[error.code] ?? '', { ...error, label });
}

/** What the label of a text field says, as it is shown: its words depend on who writes. */
function labelOf(control: HTMLElement | null): string {
  const isField = control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
  const label = isField && control.labels?.[0];
  return label ? saidIn(label) : '';
}

function controlOf(form: HTMLElement, field: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-field="${field}"]`);
}
