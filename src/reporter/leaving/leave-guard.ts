import { part, within } from '../shell/dom.ts';

/**
 * What leaving the page would lose: nothing; words that were not sent; the code, which nobody has written down yet; or
 * nothing any more, but Back should still show that it was sent.
 */
export type Stake = 'nothing' | 'words' | 'code' | 'noted';

/** Asks before a page is left, where that would lose something. */
export type LeaveGuard = {
  /** Says what leaving would lose from now on. */
  stake(next: Stake): void;
  /** Says whether Back has somewhere to go on the page itself from now on. */
  hold(held: boolean): void;
};

/** Milliseconds in which Back must have left the page; where nothing lies behind it, the way out is a link. */
const BACK_TIME = 500;

/** Milliseconds in which a tap on a telephone number may make the browser ask whether to leave. It does not leave. */
const CALL_TIME = 1000;

/**
 * Guards a page (`data-part="page"` inside `root`) until the signal aborts. A link, Back and a reload ask once; the
 * question takes the place of the page, so that the way out of the site stays where it is. Quick exit never asks: its
 * `leave` event aborts the signal first. Back is noticed by one entry in the history with the same address and no
 * state, added when somebody begins; `onBack` gives true where it went back on the page itself.
 */
export function guardLeaving(root: HTMLElement, signal: AbortSignal, onBack: () => boolean): LeaveGuard {
  const page = part(root, 'page');
  let stake: Stake = 'nothing';
  /** Whether the entry above the page's own is there, and shown. */
  let guarded = false;
  let leaving = false;
  /** Takes the question away and brings the page back; null while nothing is asked. */
  let close: (() => void) | null = null;
  let calledAt = Number.NEGATIVE_INFINITY;

  const isAtStake = () => stake === 'words' || stake === 'code';

  const warn = (event: BeforeUnloadEvent) => {
    if (performance.now() - calledAt < CALL_TIME) return;
    event.preventDefault();
    // What browsers before 2023 go by.
    event.returnValue = true;
  };

  const guard = () => {
    if (guarded) return;
    history.pushState(null, '');
    guarded = true;
  };

  const setStake = (next: Stake) => {
    const changed = stake !== next;
    stake = signal.aborted ? 'nothing' : next;
    // It was sent while the page asked about its words: now there is a code to be seen.
    if (changed) close?.();
    removeEventListener('beforeunload', warn);
    if (!isAtStake()) return;
    addEventListener('beforeunload', warn);
    guard();
  };

  const goBack = () => {
    leaving = true;
    setStake('nothing');
    history.back();
    // Nothing lies behind a page that was opened in a tab of its own.
    setTimeout(() => {
      if (!signal.aborted) document.querySelector<HTMLElement>('.safe-header a')?.click();
    }, BACK_TIME);
  };

  const ask = (go: () => void, stay: () => void) => {
    const panel = part(root, stake === 'code' ? 'ask-code' : 'ask-words');
    const focused = document.activeElement;
    const { scrollX, scrollY } = window;
    close?.();
    close = () => {
      close = null;
      panel.hidden = true;
      page.hidden = false;
    };
    const answer = (then: () => void) => () => {
      close?.();
      scrollTo(scrollX, scrollY);
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
      then();
    };
    page.hidden = true;
    panel.hidden = false;
    within(panel, '[data-choice="stay"]', HTMLElement).onclick = answer(stay);
    within(panel, '[data-choice="go"]', HTMLElement).onclick = answer(go);
    panel.focus();
  };

  const onPopState = () => {
    if (leaving) return history.back();
    if (!guarded) return;
    guarded = false;
    if (!close && onBack()) return;
    if (stake === 'nothing') return history.back();
    if (isAtStake()) ask(goBack, guard);
  };

  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || !isAtStake() || link.matches('[data-exit]')) return;
    if (!link.protocol.startsWith('http')) calledAt = performance.now();
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target !== '';
    const isHere = link.pathname === location.pathname && link.hash !== '';
    if (!link.protocol.startsWith('http') || isElsewhere || isHere) return;
    event.preventDefault();
    const leave = () => {
      setStake('nothing');
      location.assign(link.href);
    };
    ask(leave, () => {});
  };

  addEventListener('popstate', onPopState, { signal });
  document.addEventListener('click', onClick, { capture: true, signal });
  signal.addEventListener('abort', () => setStake('nothing'));
  return {
    stake: setStake,
    hold(held) {
      if (held || isAtStake()) guard();
    },
  };
}
