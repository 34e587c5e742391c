import { Notice } from '../parts/notice.tsx';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';

type Props = { said: string; busy: boolean; onAdd: () => void; onDrop: () => void };

/** What was begun on another device: to be put below what stands here, or thrown away. */
export function Elsewhere({ said, busy, onAdd, onDrop }: Props) {
  const { text } = useWords();
  const button = (words: string, press: () => void) => (
    <button class="quiet" type="button" aria-disabled={busy} onClick={() => busy || press()}>
      {words}
    </button>
  );
  return (
    <Notice tone="calm">
      <p>{text('elsewhere.text')}</p>
      <Typed long value="elsewhere">
        {said}
      </Typed>
      <div class="buttons">
        {button(text('elsewhere.add'), onAdd)}
        {button(text('elsewhere.drop'), onDrop)}
      </div>
    </Notice>
  );
}
