import { useLayoutEffect, useRef } from 'preact/hooks';

/** What each single-letter key does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Whether a key press goes into something that is typed or chosen in. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  );
}

/**
 * Closes what is open on Escape, also while somebody types, which loses nothing: drafts are kept. A dialog that is open
 * hears it first.
 */
export function useEscape(open: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  // Before the page is painted: whoever sees the case can close it.
  useLayoutEffect(() => {
    if (!open) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [open]);
}

/** Listens for single-letter keys, unless they are switched off (WCAG 2.2, 2.1.4), someone types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts, on: boolean): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // Before the page is painted: whoever sees the desk can lock it.
  useLayoutEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on]);
}
