/** Why nothing of the desk is to be seen: the page is hidden, nobody may have been there for long, or it is locking. */
export type CoverReason = 'hidden' | 'idle' | 'lock';

/** Covers the desk for a reason, or takes that reason away. */
export type Cover = (reason: CoverReason, on: boolean) => void;

/**
 * Makes the cover of the application: while there is any reason for it, nothing of it is on the page. It is set without
 * waiting for a render, since the system's switcher of windows shows pages as they last were; focus comes back with the
 * page.
 */
export function createCover(root: HTMLElement): Cover {
  const reasons = new Set<CoverReason>();
  let focused: Element | null = null;
  return (reason, on) => {
    const covered = reasons.size > 0;
    if (on) reasons.add(reason);
    else reasons.delete(reason);
    if (!covered && reasons.size > 0) {
      focused = document.activeElement;
      root.hidden = true;
    }
    if (covered && reasons.size === 0) {
      root.hidden = false;
      if (focused instanceof HTMLElement && root.contains(focused)) focused.focus();
      focused = null;
    }
  };
}
