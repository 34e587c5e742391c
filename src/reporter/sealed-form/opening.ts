import { isInsideApp } from '../shell/inside-app.ts';

/**
 * Shows the one notice with which a form opens, in the place of the one that it was not ready
 * (src/reporter/sealed-form/Opening.astro). Who comes back by Back, or loads the page again, finds it empty: nothing is
 * kept, so all that can be said is how they can tell what became of their words.
 */
export function showOpening(root: HTMLElement): void {
  const [visit] = performance.getEntriesByType('navigation');
  const type: unknown = visit?.toJSON().type;
  const returned = type === 'back_forward' || type === 'reload';
  const opening = isInsideApp(navigator.userAgent) ? 'inside-app' : returned ? 'returned' : 'short';
  for (const notice of root.querySelectorAll<HTMLElement>('[data-opening]')) {
    notice.hidden = notice.dataset['opening'] !== opening;
  }
}
