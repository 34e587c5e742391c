import { SAVED_LANGUAGES } from '../../protocol/items/kinds/saved.ts';
import { languageName } from '../case/referral-words.ts';
import { Notice } from '../parts/notice.tsx';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import type { SavedAnswer, Written } from './book.ts';

type Props = {
  /** As a colleague left it; null where they deleted it. */
  theirs: SavedAnswer | null;
  mine: Written;
  busy: boolean;
  onLeave: () => void;
  onMine: () => void;
};

/** What a saved answer says, language by language. */
function Lines({ of }: { of: Written }) {
  const { text, language: own } = useWords();
  return (
    <>
      <dd>
        <b>{of.name}</b>
      </dd>
      {SAVED_LANGUAGES.flatMap((tag) => {
        const said = of.says[tag];
        if (said === undefined) return [];
        return (
          <dd key={tag}>
            {text('field.labelled', { label: languageName(tag, own) })} <Typed>{said}</Typed>
          </dd>
        );
      })}
    </>
  );
}

/** Both versions, where a colleague changed or deleted what the member was changing: nothing is written over unseen. */
export function Versions({ theirs, mine, busy, onLeave, onMine }: Props) {
  const { text } = useWords();
  return (
    <Notice focus>
      <p>{text('conflict.text')}</p>
      <dl class="versions">
        <div data-version="theirs">
          <dt>{text('conflict.theirs')}</dt>
          <dd class="hint">{theirs ? text('saved.by', { name: theirs.by.name }) : text('saved.gone')}</dd>
          {theirs && <Lines of={theirs} />}
        </div>
        <div data-version="wanted">
          <dt>{text('conflict.wanted')}</dt>
          <Lines of={mine} />
        </div>
      </dl>
      <div class="buttons">
        <button class="quiet" type="button" onClick={onLeave}>
          {text('conflict.leave')}
        </button>
        <button class="quiet" type="button" aria-disabled={busy} onClick={onMine}>
          {text('conflict.mine')}
        </button>
      </div>
    </Notice>
  );
}
