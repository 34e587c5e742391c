import type { Answered, Questions } from '../../questions/question.ts';
import { askedOn, screensAsked } from '../../questions/steps.ts';
import { isTicked } from '../controls/checkbox.ts';
import { radiosOf } from '../controls/radio-group.ts';
import { given } from '../sealed-form/answers/given-answers.ts';
import { checkboxes, copyOf, part, saidIn, within } from '../shell/dom.ts';

/** An answer as it is read before it is sent. What was typed is nobody's to translate. */
type Given = { label: string; said: string; typed: boolean };

/** What stands in the control of an answer, in the words of the page. */
export function readGiven(page: HTMLElement, field: string): Given {
  const control = within(page, `[data-field="${field}"]`, HTMLElement);
  const question = control.closest('[data-question]');
  const title = question?.querySelector<HTMLElement>('h2, h3, label');
  const label = title ? saidIn(title) : '';
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
    return { label, said: control.value.trim(), typed: true };
  const chosen = [
    ...radiosOf(control).filter((radio) => radio.getAttribute('aria-checked') === 'true'),
    ...checkboxes(control).filter(isTicked),
  ];
  return { label, said: chosen.map((one) => saidIn(one)).join(' · '), typed: false };
}

/**
 * Lists every answer that was given, screen by screen, for who is about to send it. `change` is called with the name of
 * the screen that somebody wants to change.
 */
export function showGiven(
  page: HTMLElement,
  rows: Questions,
  answers: Answered,
  change: (screen: string) => void,
): void {
  const list = part(page, 'given');
  list.replaceChildren(
    ...screensAsked(rows, answers).flatMap((screen) => {
      const [first, ...others] = askedOn(rows, screen, answers)
        .filter((field) => given(answers[field]) !== undefined)
        .map((field) => readGiven(page, field));
      if (!first) return [];
      const one = copyOf(page, 'given-one');
      const [title, said] = [within(one, 'dt', HTMLElement), within(one, 'dd', HTMLElement)];
      const button = within(one, 'button', HTMLButtonElement);
      title.textContent = first.label;
      said.replaceChildren(...[{ ...first, label: '' }, ...others].map(line));
      within(button, 'span', HTMLElement).textContent = ` ${first.label}`;
      button.addEventListener('click', () => change(screen));
      return [one];
    }),
  );
}

function line({ label, said, typed }: Given): HTMLParagraphElement {
  const text = document.createElement('p');
  const words = document.createElement('span');
  words.textContent = said;
  words.translate = !typed;
  // Its own order: the groups of a number would change places between Arabic letters.
  if (typed) words.dir = 'auto';
  text.replaceChildren(...(label === '' ? [] : [`${label}\n`]), words);
  return text;
}
