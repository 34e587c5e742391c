import { part, within } from '../shell/dom.ts';
import { watchIdle } from './idle.ts';

const MINUTE = 60_000;

/** Minutes without a sign of anybody until the page is covered, warns, and is emptied. */
const COVER = 5;
const WARN = 28;
const EMPTY = 30;

/**
 * Lets the page's cover (src/reporter/leaving/Cover.astro) lie over `root`. Its button brings everything back, and
 * the focus with it. Gives the function that puts it there and takes it away.
 */
export function makeCover(root: HTMLElement): (covered: boolean) => void {
  const cover = part(document, 'cover');
  const back = within(cover, 'button', HTMLButtonElement);
  let focused: Element | null = null;
  const show = (covered: boolean) => {
    if (covered !== cover.hidden) return;
    if (covered) focused = document.activeElement;
    root.hidden = covered;
    cover.hidden = !covered;
    if (covered) back.focus();
    else if (focused instanceof HTMLElement) focused.focus();
  };
  back.addEventListener('click', () => show(false));
  return show;
}

/**
 * Covers what stands on a page when nobody has touched it for five minutes, and empties it after thirty, with a
 * warning two minutes before. A tap on the cover's button brings everything back; there is no limit to how often.
 * `onEmpty` empties the page and says so; the cover is gone by then.
 */
export function startCover(root: HTMLElement, onEmpty: () => void, signal: AbortSignal): void {
  const cover = makeCover(root);
  const warning = part(document, 'cover-warning');
  const warn = (warned: boolean) => {
    warning.hidden = !warned;
  };
  const empty = () => {
    cover(false);
    onEmpty();
  };
  watchIdle(
    [
      { after: COVER * MINUTE, by: 'possible', act: () => cover(true) },
      { after: WARN * MINUTE, by: 'sure', act: () => warn(true) },
      { after: EMPTY * MINUTE, by: 'sure', act: empty },
    ],
    signal,
    () => warn(false),
  );
}
