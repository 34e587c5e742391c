import { part, textFields } from '../shell/dom.ts';
import { type Counted, withCount } from '../shell/words.ts';

/** From so small a share of its limit on, a field says how many characters it still takes. */
const SHARE = 10;

/** Milliseconds after the last key until the number is also said to screen readers. */
const REST = 1000;

/** What counters say. */
export type CounterWords = Counted<'left' | 'over'>;

/** UTF-16 code units by which a field is over its limit (`data-limit`); negative while it takes more. */
export function overLimit(field: HTMLInputElement | HTMLTextAreaElement): number {
  return field.value.length - Number(field.dataset['limit']);
}

/**
 * Lets every field with a limit say how many characters it still takes once few are left, and how many are too many.
 * Nothing is ever cut: sending is refused instead.
 */
export function startCounters(form: HTMLElement, words: CounterWords): void {
  for (const field of textFields(form)) {
    if (field.dataset['limit'] !== undefined) startCounter(form, field, words);
  }
}

function startCounter(
  form: HTMLElement,
  field: HTMLInputElement | HTMLTextAreaElement,
  words: CounterWords,
): void {
  const shown = part(form, `count-${field.id}`);
  const said = part(form, `said-${field.id}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    const over = overLimit(field);
    const near = -over * SHARE <= Number(field.dataset['limit']);
    const sentence = over > 0 ? withCount(words, 'over', over) : near ? withCount(words, 'left', -over) : '';
    shown.textContent = sentence;
    shown.classList.toggle('over', over > 0);
    clearTimeout(timer);
    timer = setTimeout(() => {
      said.textContent = sentence;
    }, REST);
  });
}
