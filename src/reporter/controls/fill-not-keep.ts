import { textFields } from '../shell/dom.ts';

/**
 * Lets a browser fill in the fields that have an `autocomplete` token, and keep nothing of them: from the first
 * character on, each is marked as one to forget. Without this Chromium writes what stands in them to its own files,
 * for later suggestions and to restore the tab.
 */
export function fillNotKeep(form: HTMLElement): void {
  for (const field of textFields(form)) {
    field.addEventListener('input', () => field.setAttribute('autocomplete', 'off'), { once: true });
  }
}
