import { checkboxes, type Root, textFields } from './dom.ts';
import { chooseIn } from './radio-group.ts';

/**
 * Sees to it that a page keeps nothing once it is left. `wipe` runs on quick exit (the `leave` event of
 * src/site/quick-exit.ts) and on `pagehide`; a page that the browser had kept in memory is loaded anew. While the
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

/** Empties every control in `root`: what was typed, ticked and chosen, also what a browser put back by itself. */
export function emptyControls(root: Root): void {
  for (const field of textFields(root)) field.value = '';
  for (const box of checkboxes(root)) box.checked = false;
  for (const group of root.querySelectorAll<HTMLElement>('[role="radiogroup"]')) chooseIn(group, null);
}
