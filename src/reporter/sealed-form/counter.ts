import { within } from '../dom.ts';
import { withNumber } from '../words.ts';

/** From how many characters on the number left is also said to screen readers, after a rest in typing. */
const SAID_FROM = 200;
const REST = 1000;

/** Shows how many characters a text area still takes: `sentence` has `#` where the number goes. */
export function startCounter(form: HTMLElement, sentence: string): void {
  const area = within(form, 'textarea', HTMLTextAreaElement);
  const shown = within(form, '[data-part="left"]', HTMLElement);
  const said = within(form, '[data-part="left-said"]', HTMLElement);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    const left = area.maxLength - area.value.length;
    shown.textContent = withNumber(sentence, left);
    clearTimeout(timer);
    timer = setTimeout(() => {
      said.textContent = left <= SAID_FROM ? withNumber(sentence, left) : '';
    }, REST);
  };
  area.addEventListener('input', show);
  show();
}
