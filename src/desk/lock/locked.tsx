import { useSlow } from '../clock/use-slow.ts';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { useWords } from '../words/words.ts';

/** What stands here between locking and sign-in: a moment, or as long as there is no connection. */
export function Locked() {
  const { text } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const slow = useSlow(true);
  return (
    <main class="door">
      <h1 tabIndex={-1} ref={heading}>
        {text('closed.title')}
      </h1>
      <p role="status">{slow && text('closed.offline')}</p>
    </main>
  );
}
