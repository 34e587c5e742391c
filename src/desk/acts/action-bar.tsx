import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  /** Whether a case is open, what can be done with it, and whether that can be pressed yet. */
  open: boolean;
  can: 'take' | 'undo' | null;
  armed: boolean;
  busy: boolean;
  onTake: () => void;
  onUndo: () => void;
  onBack: () => void;
  onLock: () => void;
};

/** The bar at the bottom: locking, small and always there; the way back; and what is to be done now. */
export function ActionBar({ open, can, armed, busy, onTake, onUndo, onBack, onLock }: Props) {
  const { text } = useWords();
  return (
    <section class="bar" aria-label={text('bar.label')}>
      <button class="quiet lock" type="button" data-action="lock" onClick={onLock}>
        <Icon name="lock" />
        <span>{text('bar.lock')}</span>
      </button>
      {open && (
        <button class="quiet bar-back" type="button" data-action="back" onClick={onBack}>
          <Icon name="back" />
          <span>{text('bar.back')}</span>
        </button>
      )}
      {can === 'take' && (
        <button
          class="primary"
          type="button"
          data-action="take"
          aria-disabled={!armed || busy}
          onClick={onTake}
        >
          {text(busy ? 'take.busy' : 'take.action')}
        </button>
      )}
      {can === 'undo' && (
        <button
          class="quiet"
          type="button"
          data-action="undo"
          aria-disabled={!armed || busy}
          onClick={onUndo}
        >
          {text(busy ? 'undo.busy' : 'undo.action')}
        </button>
      )}
    </section>
  );
}
