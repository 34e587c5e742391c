import { Notice } from '../parts/notice.tsx';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import type { useBook } from './use-book.ts';

/** That the saved answers are on their way, could not be had, can't all be read, or that there are none. */
export function BookState({ book, loading, fault, again }: ReturnType<typeof useBook>) {
  const { text } = useWords();
  const none = book.answers.length === 0;
  return (
    <>
      {loading && none && (
        <p class="busy" role="status">
          {text('later.coming')}
        </p>
      )}
      {fault && (
        <Notice>
          <p>{faultText(fault, text)}</p>
          <button class="quiet" type="button" onClick={again}>
            {text('later.again')}
          </button>
        </Notice>
      )}
      {book.broken > 0 && <Notice>{text('saved.broken', { count: book.broken })}</Notice>}
      {none && !loading && !fault && book.broken === 0 && <p>{text('saved.none')}</p>}
    </>
  );
}
