import { Notice } from '../parts/notice.tsx';
import { standOf } from '../state/stand.ts';
import { useWords } from '../words/words.ts';
import { standText } from './stand-text.ts';
import type { Conflict } from './use-acts.ts';

type Props = {
  conflict: Conflict;
  me: string;
  now: number;
  busy: boolean;
  /** Does what the member wanted, to the case as the colleague left it. */
  onMine: () => void;
  /** Leaves it as the colleague left it. */
  onTheirs: () => void;
};

/** What a colleague did to a case beside what the member wanted: nothing is done without them having seen both. */
export function ConflictNotice({ conflict, me, now, busy, onMine, onTheirs }: Props) {
  const words = useWords();
  const { text } = words;
  const theirs = standOf(conflict.now.said ?? null);
  const versions = { theirs, wanted: conflict.act(theirs) };
  const version = (name: keyof typeof versions) => (
    <div data-version={name}>
      <dt>{text(`conflict.${name}`)}</dt>
      {standText(versions[name], me, now, words).map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
  return (
    <Notice>
      <p>{text('conflict.text')}</p>
      <dl class="versions">
        {version('theirs')}
        {version('wanted')}
      </dl>
      <div class="buttons">
        <button class="quiet" type="button" data-action="leave-theirs" onClick={onTheirs}>
          {text('conflict.leave')}
        </button>
        <button
          class="quiet"
          type="button"
          data-action="do-mine"
          aria-disabled={busy}
          onClick={() => busy || onMine()}
        >
          {text(busy ? 'undo.busy' : 'conflict.mine')}
        </button>
      </div>
    </Notice>
  );
}
