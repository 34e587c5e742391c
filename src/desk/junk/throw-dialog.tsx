import { useArmed } from '../case/use-armed.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useWords } from '../words/words.ts';

type Props = { count: number; strange: boolean; onThrow: () => void; onClose: () => void };

/** Asks before so many are thrown away. Of what is `strange` it says that it may be somebody's words. */
export function ThrowDialog({ count, strange, onThrow, onClose }: Props) {
  const { text } = useWords();
  const armed = useArmed('throw');
  return (
    <Dialog title={text('throw.title', { count })} onClose={onClose}>
      {strange && <p class="warning">{text('throw.strange')}</p>}
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
