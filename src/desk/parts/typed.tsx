import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { numbersApart } from '../../browser/numbers-apart.ts';
import { shownText } from '../contact/hidden-characters.ts';
import { useWords } from '../words/words.ts';

type Props = {
  children: string;
  /** Names it for tests. */
  value?: string;
  /** Written at length: lines are kept, and what is long is folded. */
  long?: boolean;
  /** Names a message for tests. */
  message?: boolean;
};

/** Lines, of so many characters, from which a text is folded. */
const FOLD_LINES = 10;
const LINE = 48;

/** Whether a text is so long that what stands below it would be far away. */
function isTall(text: string): boolean {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
  return lines > FOLD_LINES;
}

function Mark({ children }: { children: ComponentChildren }) {
  return <span class="typed-mark">{children}</span>;
}

/**
 * What a reporter typed: in its own direction, inside its own box, and never offered to a translation service, which
 * would send it away. Characters that would steer or overprint what stands around are not drawn, and it is said.
 */
export function Typed({ children, value, long = false, message = false }: Props) {
  const { text } = useWords();
  const [open, setOpen] = useState(false);
  const { pieces, steered, crowded } = shownText(children);
  const tall = long && isTall(children);
  return (
    <>
      <span
        class={['typed', long ? 'typed-long' : '', tall && !open ? 'typed-folded' : ''].join(' ').trim()}
        dir="auto"
        translate={false}
        data-value={value}
        data-text={message ? '' : undefined}
      >
        {pieces.map((piece, at) =>
          piece.shown ? (
            numbersApart(piece.text).map((part, place) =>
              place % 2 ? (
                <bdo key={place} dir="ltr">
                  {part}
                </bdo>
              ) : (
                part
              ),
            )
          ) : (
            <span key={at} hidden>
              {piece.text}
            </span>
          ),
        )}
      </span>
      {steered && <Mark>{text('typed.hidden')}</Mark>}
      {crowded && <Mark>{text('typed.crowded')}</Mark>}
      {tall && (
        <button class="small typed-fold" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text(open ? 'typed.less' : 'typed.all')}
        </button>
      )}
    </>
  );
}
