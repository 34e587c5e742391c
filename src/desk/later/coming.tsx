import { useEffect, useState } from 'preact/hooks';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

type Props = { failed: boolean; again: () => void };

/** Milliseconds before it is said that something is on its way: what comes sooner needs no word. */
const SOON = 300;

function useSoonOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  return over;
}

/** In the place of a part that is not here: that it comes, or that it could not be had and can be tried again. */
export function Coming({ failed, again }: Props) {
  const { text } = useWords();
  const late = useSoonOver();
  if (failed) {
    return (
      <Notice focus>
        <p>{text('later.failed')}</p>
        <button class="primary" type="button" onClick={again}>
          {text('later.again')}
        </button>
      </Notice>
    );
  }
  return (
    <p class="busy" role="status">
      {late && text('later.coming')}
    </p>
  );
}

/** The same in a dialog, in the place of one that is not here. */
export function ComingDialog({ onClose, ...coming }: Props & { onClose: () => void }) {
  const { text } = useWords();
  const late = useSoonOver();
  if (!late && !coming.failed) return null;
  return (
    <Dialog title={text('later.title')} onClose={onClose}>
      <Coming {...coming} />
      <CloseRow onClose={onClose} />
    </Dialog>
  );
}
