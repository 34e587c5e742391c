import { part } from '../shell/dom.ts';

/** A copy of what was sent, for the file of whoever wrote it. It is made in the page, and is in no request. */
export type FileCopy = {
  /** Takes what stands in the last screen before it is sent (src/reporter/steps/show-check.ts). */
  take(page: HTMLElement): void;
  /** Puts it into the receipt, which has no place for the code in it, and lets it be printed. */
  show(page: HTMLElement): void;
};

/** Makes a copy, and forgets it when the page is left. */
export function makeFileCopy(): FileCopy {
  let taken: HTMLElement | null = null;
  let place: HTMLElement | null = null;
  const forget = () => {
    taken = null;
    place?.replaceChildren();
  };
  for (const type of ['leave', 'pagehide']) addEventListener(type, forget);
  return {
    take(page) {
      taken = document.createElement('dl');
      taken.append(...[...part(page, 'given').children].map((one) => document.importNode(one, true)));
      for (const change of taken.querySelectorAll('dd:has(button)')) change.remove();
    },
    show(page) {
      place = part(page, 'copy');
      const now = new Date();
      part(place, 'copy-time').textContent = now.toLocaleString(document.documentElement.lang, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'Europe/Brussels',
      });
      if (taken) place.append(taken);
      taken = null;
      part(page, 'print').addEventListener('click', () => print());
    },
  };
}
