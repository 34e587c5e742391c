import { COPIES, type Request } from '../../protocol/items/kinds/request.ts';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';

/** How many copies of which material are asked for, in the order of the downloads page. */
export function CopyLines({ request: { copies = {} } }: { request: Request }) {
  const { text } = useWords();
  return (
    <dl class="answers">
      <Answer label={text('copies.label')}>
        <ul class="happening" data-value="copies">
          {COPIES.flatMap((each) => {
            const number = copies[each];
            const what = text(`copies.of.${each}`);
            return number === undefined ? [] : <li key={each}>{text('copies.line', { number, what })}</li>;
          })}
        </ul>
      </Answer>
    </dl>
  );
}
