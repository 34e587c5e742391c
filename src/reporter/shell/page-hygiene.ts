import { isTicked, tick } from '../controls/checkbox.ts';
import { chooseIn, chosenIn } from '../controls/radio-group.ts';
import { checkboxes, type Root, textFields } from './dom.ts';

/**
 * Sees to it that a page keeps nothing once it is left. `wipe` runs on quick exit (the `leave` event of
 * src/site/browser/quick-exit.ts) and on `pagehide`; a page that the browser had kept in memory is loaded anew. While the
 * page is hidden it is covered, so that the pictures of the app switcher show nothing (where browsers allow it).
 */
export function keepClean(wipe: () => void): void {
  addEventListener('leave', wipe);
  addEventListener('pagehide', wipe);
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    document.documentElement.classList.toggle('covered', document.hidden);
  });
}

const radioGroups = (root: Root) => [...root.querySelectorAll<HTMLElement>('[role="radiogroup"]')];

/** Empties every control in `root`: what was typed, ticked and chosen, also what a browser put back by itself. */
export function emptyControls(root: Root): void {
  for (const field of textFields(root)) field.value = '';
  for (const box of checkboxes(root)) {
    if (isTicked(box)) tick(box, false);
  }
  for (const group of radioGroups(root)) {
    if (chosenIn(group) !== null) chooseIn(group, null);
  }
}

/** Whether anything is typed, ticked or chosen in `root`. */
export function holdsAnswers(root: Root): boolean {
  return (
    textFields(root).some((field) => field.value !== '') ||
    checkboxes(root).some(isTicked) ||
    radioGroups(root).some((group) => chosenIn(group) !== null)
  );
}

/** By these a person shows that what now comes into the controls is their own. */
const SIGNS = ['pointerdown', 'keydown', 'focusin'];

/**
 * Empties the controls in `root`, and keeps doing so until somebody touches them: browsers put back what they had
 * kept of a page while it loads, and some only afterwards.
 */
export function startEmpty(root: HTMLElement): void {
  const restoring = new AbortController();
  const { signal } = restoring;
  const empty = () => emptyControls(root);
  empty();
  for (const type of ['load', 'pageshow']) addEventListener(type, empty, { signal });
  root.addEventListener('input', empty, { signal });
  for (const type of SIGNS) root.addEventListener(type, () => restoring.abort(), { capture: true, signal });
}
