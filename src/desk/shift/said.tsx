import { useWords } from '../words/words.ts';
import { LINES, type Said } from './lines.ts';

/** What is said of one case, line by line, as its reader has it. */
export function SaidLines({ said }: { said: Said }) {
  const { text } = useWords();
  return (
    <dl class="handed-lines">
      {LINES.filter((line) => said[line]).map((line) => (
        <div key={line}>
          <dt>{text(`handover.${line}`)}</dt>
          <dd data-line={line} translate={false}>
            {said[line]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
