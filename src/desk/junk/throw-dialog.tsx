import { useArmed } from '../case/use-armed.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';

type Props = { count: number; onThrow: () => void; onClose: () => void };

/** Asks before so many are thrown away. */
export function ThrowDialog({ count, onThrow, onClose }: Props) {
  const { text } = useWords();
  const armed = useArmed('throw');
  return (
    <Dialog title={text('throw.title', { count })} onClose={onClose}>
      <p>{text('throw.text')}</p>
      <div class="buttons">
        <button class="primary" type="button" onClick={onClose}>
          {text('throw.cancel')}
        </button>
        <button class="quiet" type="button" aria-disabled={!armed} onClick={() => armed && onThrow()}>
          {text('throw.confirm', { count })}
        </button>
      </div>
    </Dialog>
  );
}
