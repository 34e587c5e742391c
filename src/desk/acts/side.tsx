import { type Case, ownerOf, stepIsDue } from '../inbox/cases.ts';
import { standOf } from '../state/stand.ts';
import { ownerText } from '../words/owner-text.ts';
import { useWords } from '../words/words.ts';
import type { Page } from './forms/use-step.ts';
import { stepText } from './stand-text.ts';

type Props = {
  one: Case;
  me: string;
  now: number;
  /** Opens the sheet at one of its pages; null where nothing can be said of the case now. */
  onSheet: ((page: Page) => void) | null;
};

/** Beside an open case, where there is room: what comes next, with whom it is, and how to end it. */
export function CaseSide({ one, me, now, onSheet }: Props) {
  const words = useWords();
  const { text } = words;
  const withWhom = ownerText(ownerOf(one), me, text) ?? text('stand.nobody');
  const step = stepText(standOf(one.said ?? null), now, words);
  return (
    <aside class="side" aria-labelledby="side-title">
      <h2 id="side-title">{text('next.title')}</h2>
      <p data-side="step" data-due={stepIsDue(one, now)}>
        {step ?? text('next.none')}
      </p>
      <p data-side="owner">{withWhom}</p>
      {onSheet && (
        <div class="side-buttons">
          <button class="quiet" type="button" onClick={() => onSheet('again')}>
            {text('next.again')}
          </button>
          <button class="quiet" type="button" onClick={() => onSheet('close')}>
            {text('next.close')}
          </button>
        </div>
      )}
    </aside>
  );
}
