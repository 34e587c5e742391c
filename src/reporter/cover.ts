import { part, within } from './dom.ts';
import { watchIdle } from './idle.ts';

const MINUTE = 60_000;

/** Minutes without a sign of anybody until the page is covered, warns, and is emptied. */
const COVER = 5;
const WARN = 28;
const EMPTY = 30;

/**
 * Covers what stands on a page when nobody has touched it for five minutes, and empties it after thirty, with a
 * warning two minutes before. A tap on the cover's button brings everything back; there is no limit to how often.
 */
export function startCover(root: HTMLElement, wipe: () => void, signal: AbortSignal): void {
  const cover = part(document, 'cover');
  const warning = part(cover, 'cover-warning');
  const back = within(cover, 'button', HTMLButtonElement);
  let focused: Element | null = null;

  const show = (covered: boolean) => {
    root.hidden = covered;
    cover.hidden = !covered;
    warning.hidden = true;
  };
  back.addEventListener('click', () => {
    show(false);
    if (focused instanceof HTMLElement) focused.focus();
  });
  const steps = [
    {
      after: COVER * MINUTE,
      act: () => {
        if (!cover.hidden) return;
        focused = document.activeElement;
        show(true);
        back.focus();
      },
    },
    {
      after: WARN * MINUTE,
      act: () => {
        warning.hidden = false;
      },
    },
    {
      after: EMPTY * MINUTE,
      act: () => {
        wipe();
        location.reload();
      },
    },
  ];
  watchIdle(steps, signal);
}
