import type { ComponentChildren } from 'preact';
import { useWords } from '../words/words.ts';

type Props = {
  onClose: () => void;
  /** What else can be done in the dialog, before closing it. */
  children?: ComponentChildren;
};

/** The last row of a dialog: what can be done in it, and what closes it. */
export function CloseRow({ onClose, children }: Props) {
  const { text } = useWords();
  return (
    <div class="buttons">
      {children}
      <button class="quiet" type="button" onClick={onClose}>
        {text('help.close')}
      </button>
    </div>
  );
}
