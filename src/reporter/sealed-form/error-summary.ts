import { checkboxes, part } from '../dom.ts';
import { radiosOf } from '../radio-group.ts';
import { withNumber } from '../words.ts';
import type { FieldError } from './field-error.ts';
import type { SealedFormWords } from './sealed-form-words.ts';

/**
 * Shows what keeps the form from being sent: a list of links above it, which takes the focus, and a sentence at each
 * field. Without errors, takes all of that away. https://design-system.service.gov.uk/components/error-summary/
 */
export function showErrors<Required extends string>(
  form: HTMLElement,
  errors: readonly FieldError<Required>[],
  words: SealedFormWords<Required>,
): void {
  const summary = part(form, 'summary');
  const title = document.title.replace(words.error, '');
  document.title = errors.length > 0 ? words.error + title : title;
  for (const place of form.querySelectorAll<HTMLElement>('[data-error]')) {
    const error = errors.find(({ field }) => field === place.dataset['error']);
    place.textContent = error ? sentence(error, words) : '';
    place.hidden = !error;
    const control = controlOf(form, place.dataset['error'] ?? '');
    if (error) control?.setAttribute('aria-invalid', 'true');
    else control?.removeAttribute('aria-invalid');
  }
  part(summary, 'errors').replaceChildren(
    ...errors.map((error) => errorLink(controlOf(form, error.field), sentence(error, words))),
  );
  summary.hidden = errors.length === 0;
  if (errors.length > 0) summary.focus();
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

function sentence<Required extends string>(
  error: FieldError<Required>,
  words: SealedFormWords<Required>,
): string {
  return error.code === 'missing' ? words.missing[error.field] : withNumber(words.long, error.limit);
}

function controlOf(form: HTMLElement, field: string): HTMLElement | null {
  return form.querySelector<HTMLElement>(`[data-field="${field}"]`);
}
