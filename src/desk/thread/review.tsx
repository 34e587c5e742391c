import type { ComponentChildren } from 'preact';
import { useArmed } from '../case/use-armed.ts';
import { Typed } from '../parts/typed.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { useWords } from '../words/words.ts';

type Props = {
  answer: string;
  /** The language that the person speaks. */
  spoken: ComponentChildren;
  busy: boolean;
  onSend: () => void;
  onChange: () => void;
};

/** What the person is going to read, before it goes: nothing brings it back. */
export function Review({ answer, spoken, busy, onSend, onChange }: Props) {
  const { text } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  // The second tap of two was meant for the button that led here.
  const armed = useArmed(answer);
  return (
    <section class="review" aria-labelledby="review-title">
      <h3 id="review-title" tabIndex={-1} ref={heading}>
        {text('review.title')}
      </h3>
      <p class="hint">
        {text('answer.spoken')} {spoken}
      </p>
      <blockquote>
        <Typed long value="review">
          {answer}
        </Typed>
      </blockquote>
      <div class="buttons">
        <button
          class="primary"
          type="button"
          data-action="send"
          aria-disabled={busy || !armed}
          onClick={() => armed && onSend()}
        >
          {text(busy ? 'answer.busy' : 'review.send')}
        </button>
        <button class="quiet" type="button" aria-disabled={busy} onClick={() => busy || onChange()}>
          {text('review.change')}
        </button>
      </div>
    </section>
  );
}
