import { copyOf, part, within } from '../shell/dom.ts';

/** What had become of what somebody wrote when a page was emptied: `unsure` where it was just being sent. */
export type Fate = 'nothing' | 'unsure' | 'sent';

/** Replaces what a page shows by what became of it, after it was emptied. The button loads the page anew. */
export function showEmptied(root: HTMLElement, page: HTMLElement, fate: Fate): void {
  const screen = copyOf(root, 'emptied');
  for (const sentence of screen.querySelectorAll<HTMLElement>('[data-emptied]')) {
    if (sentence.dataset['emptied'] !== fate) sentence.remove();
  }
  part(screen, 'again').addEventListener('click', () => location.reload());
  const title = within(screen, 'h1', HTMLElement);
  page.replaceChildren(screen);
  scrollTo(0, 0);
  title.focus();
}
