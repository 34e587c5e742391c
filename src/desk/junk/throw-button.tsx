import { useState } from 'preact/hooks';
import type { Case } from '../inbox/cases.ts';
import { useWords } from '../words/words.ts';
import { ThrowDialog } from './throw-dialog.tsx';
import type { JunkActions } from './use-junk.ts';

type Props = { cases: readonly Case[]; strange?: boolean; actions: JunkActions };

/** Throws these cases away, once a dialog was answered. `strange`: they may be somebody's words. */
export function ThrowButton({ cases, strange = false, actions }: Props) {
  const { text } = useWords();
  // What came after the question was asked is not part of the answer.
  const [asking, setAsking] = useState<readonly Case[] | null>(null);
  const action = strange ? 'locked.throw' : 'throw.action';
  return (
    <div class="buttons junk-buttons">
      <button
        class="quiet"
        type="button"
        aria-disabled={actions.busy}
        onClick={() => actions.busy || setAsking(cases)}
      >
        {text(actions.busy ? 'throw.busy' : action)}
      </button>
      {asking && (
        <ThrowDialog
          count={asking.length}
          strange={strange}
          onClose={() => setAsking(null)}
          onThrow={() => {
            setAsking(null);
            void actions.throwAway(asking);
          }}
        />
      )}
    </div>
  );
}
