import { useEffect } from 'preact/hooks';

/**
 * Hides the whole application at once while the page is hidden: the system's switcher of windows shows pages as they
 * last were. The attribute is set without waiting for a render; focus comes back with the page.
 */
export function useCover(root: HTMLElement): void {
  useEffect(() => {
    let focused: Element | null = null;
    const change = () => {
      if (document.hidden) {
        focused = document.activeElement;
        root.hidden = true;
        return;
      }
      root.hidden = false;
      if (focused instanceof HTMLElement && root.contains(focused)) focused.focus();
      focused = null;
    };
    document.addEventListener('visibilitychange', change);
    return () => document.removeEventListener('visibilitychange', change);
  }, [root]);
}
