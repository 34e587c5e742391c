import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';

type Props = {
  /** Null where it can't be closed yet. */
  onClose: (() => void) | null;
  /** What else can be done in the dialog, before closing it. */
  children?: ComponentChildren;
};

/** The last row of a dialog: what can be done in it, and what closes it. */
export function CloseRow({ onClose, children }: Props) {
  const { text } = useWords();
  return (
    <div class="buttons">
      {children}
      {onClose && (
        <button class="quiet" type="button" onClick={onClose}>
          {text('help.close')}
        </button>
      )}
    </div>
  );
}
