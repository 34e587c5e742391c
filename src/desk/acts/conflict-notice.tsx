import { Notice } from '../parts/notice.tsx';
import { standOf } from '../state/stand.ts';
import { useWords } from '../words/words.ts';
import { standText } from './stand-text.ts';
import type { Acts } from './use-acts.ts';

type Props = {
  acts: Acts;
  /** The case that is open. */
  id: string;
  me: string;
  now: number;
};

/** What a colleague did to a case beside what the member wanted: nothing is done without them having seen both. */
export function ConflictNotice({ acts, id, me, now }: Props) {
  const words = useWords();
  const { text } = words;
  const { conflict } = acts;
  if (conflict?.now.row.id !== id) return null;
  const busy = acts.busy.has(id);
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
        <button class="quiet" type="button" data-action="leave-theirs" onClick={acts.giveWay}>
          {text('conflict.leave')}
        </button>
        <button
          class="quiet"
          type="button"
          data-action="do-mine"
          aria-disabled={busy}
          onClick={() => busy || void acts.insist()}
        >
          {text(busy ? 'undo.busy' : 'conflict.mine')}
        </button>
      </div>
    </Notice>
  );
}
