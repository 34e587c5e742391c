import { Icon } from '../parts/icon.tsx';
import { useWords } from '../words/words.ts';
import type { Main } from './use-case-acts.ts';

type Props = {
  /** Whether a case is open, what can be done with it, whether what was done can be undone, and whether that can be pressed yet. */
  open: boolean;
  main: Main;
  undo: boolean;
  armed: boolean;
  busy: boolean;
  onPress: (what: Main | 'undo') => void;
  onBack: () => void;
  onLock: () => void;
};

const WORDS = { take: 'take.action', next: 'next.action', reopen: 'reopen.action' } as const;

/** The bar at the bottom: locking, small and always there; the way back; and what is to be done now. */
export function ActionBar({ open, main, undo, armed, busy, onPress, onBack, onLock }: Props) {
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
      {undo && (
        <button
          class="quiet"
          type="button"
          data-action="undo"
          aria-disabled={!armed || busy}
          onClick={() => onPress('undo')}
        >
          {text('undo.action')}
        </button>
      )}
      {main && (
        <button
          class="primary"
          type="button"
          data-action={main}
          aria-disabled={!armed || busy}
          onClick={() => onPress(main)}
        >
          {text(busy ? 'take.busy' : WORDS[main])}
        </button>
      )}
    </section>
  );
}
