import { type Given, handoffLines } from '../../handoff/lines.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';

/** What the other centre reads, exactly. */
export function Lines({ given }: { given: Given }) {
  const { text, language } = useWords();
  return (
    <dl class="answers" data-handoff>
      {handoffLines(given, text, language).map(({ label, text: said, typed }, at) => (
        <div class="answer" key={at}>
          <dt class="answer-label">{label}</dt>
          <dd class="handoff-said">{typed ? <Typed>{said}</Typed> : said}</dd>
        </div>
      ))}
    </dl>
  );
}
