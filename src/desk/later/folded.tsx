import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import type { TextKey } from '../words/text.ts';
import { useWords } from '../words/words.ts';
import { Later } from './later.tsx';
import { withWords } from './with-words.ts';

/**
 * Something under a folded title, whose code and words come when somebody unfolds it; what it asks the worker for, too.
 * To be called once, where a module begins.
 */
export function laterFolded<Props extends object>(
  title: TextKey,
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  const part = withWords(load);
  return function Folded(props: Props) {
    const { text } = useWords();
    const [open, setOpen] = useState(false);
    return (
      <details class="phrases" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text(title)}</summary>
        {open && <Later part={part}>{(Here) => <Here {...props} />}</Later>}
      </details>
    );
  };
}
