import { Notice } from '../parts/notice.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { useWords } from '../words/words.ts';

/** What is to be seen while a member calls: nothing of the case. */
export function Calling({ soon, onBack }: { soon: boolean; onBack: () => void }) {
  const { text } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  return (
    <main class="calling">
      <h1 tabIndex={-1} ref={heading}>
        {text('call.calling')}
      </h1>
      <p>{text('call.callingText')}</p>
      {soon && <Notice>{text('lock.soon')}</Notice>}
      <button class="primary" type="button" data-action="call-back" onClick={onBack}>
        {text('call.back')}
      </button>
    </main>
  );
}
