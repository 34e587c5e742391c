/*
 * Radio buttons made of `<button role="radio">` in a `role="radiogroup"`. Native ones group by `name`, which no
 * control here may have, and without it browsers get the keyboard wrong: Chromium's arrow keys run on into the
 * next question. So the behaviour of the WAI-ARIA radio group pattern stands here in full.
 * https://www.w3.org/WAI/ARIA/apg/patterns/radio/
 */

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The radio buttons of a group, in their order. */
export function radiosOf(group: HTMLElement): HTMLButtonElement[] {
  return [...group.querySelectorAll<HTMLButtonElement>('button[role="radio"]')];
}

/** The value of the radio button that is chosen in a group, or null. */
export function chosenIn(group: HTMLElement): string | null {
  return radiosOf(group).find(isChosen)?.value ?? null;
}

/** Chooses one radio button of a group, or none, and keeps one tab stop in it. Says so by a `change` event. */
export function chooseIn(group: HTMLElement, chosen: HTMLButtonElement | null): void {
  const radios = radiosOf(group);
  for (const radio of radios) {
    radio.setAttribute('aria-checked', String(radio === chosen));
    radio.tabIndex = radio === (chosen ?? radios[0]) ? 0 : -1;
  }
  group.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Gives a group its behaviour for pointer and keyboard. Nothing is chosen to begin with. */
export function startRadioGroup(group: HTMLElement): void {
  const radios = radiosOf(group);
  chooseIn(group, null);
  for (const [index, radio] of radios.entries()) {
    radio.addEventListener('click', () => chooseIn(group, radio));
    radio.addEventListener('keydown', (event) => {
      const step = STEPS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const next = radios.at((index + step) % radios.length);
      if (!next) return;
      chooseIn(group, next);
      next.focus();
    });
  }
}

function isChosen(radio: HTMLButtonElement): boolean {
  return radio.getAttribute('aria-checked') === 'true';
}
