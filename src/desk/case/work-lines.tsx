import type { WorkPart } from '../../protocol/items/kinds/work-part.ts';
import type { ShownIn } from '../../questions/question.ts';
import { shownIn } from '../../questions/shown-in.ts';
import { WORK_LINES, WORK_QUESTIONS, type WorkLine } from '../../questions/work.ts';
import { Typed } from '../parts/typed.tsx';
import type { Text, TextKey } from '../words/text.ts';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';

type Field = ShownIn<typeof WORK_QUESTIONS, WorkLine>;

/** The answers that can be chosen, by their fields; every other is typed. */
type Chosen = {
  [One in Field]: (typeof WORK_QUESTIONS)[One] extends { options: readonly (infer Option extends string)[] }
    ? `work.${One}.${Option}`
    : never;
}[Field];

/** What an answer is called, where its line is not called so. */
type Labelled = `work.${Exclude<Field, WorkLine>}.label`;

/** Whether a word of the desk is asked for by a name that is one: each field's words stand under its name. */
const key = (field: string, name: string) => `work.${field}.${name}` as (Chosen | Labelled) & TextKey;

function said(field: Field, work: WorkPart, text: Text) {
  const answer = work[field];
  if (answer === undefined) return null;
  const chosen = 'options' in WORK_QUESTIONS[field];
  if (!chosen) return <Typed value={field}>{String(answer)}</Typed>;
  const words = [answer].flat().map((one) => text(key(field, String(one))));
  return words.length > 0 ? <span data-value={field}>{words.join(' · ')}</span> : null;
}

/**
 * What only a professional says: whether the person agreed before all else, then their service, and what must be known
 * to act. It stands before all that everybody is asked.
 */
export function WorkLines({ work }: { work: WorkPart }) {
  const { text } = useWords();
  return (
    <dl class="answers">
      {WORK_LINES.map((line) => {
        const answers = shownIn(WORK_QUESTIONS, line).flatMap((field) => {
          const one = said(field, work, text);
          return one ? [{ field, one }] : [];
        });
        if (answers.length === 0) return null;
        return (
          <Answer key={line} label={text(`work.lines.${line}`)}>
            {answers.map(({ field, one }) => (
              <div key={field}>
                {field !== line && `${text('field.labelled', { label: text(key(field, 'label')) })} `}
                {one}
              </div>
            ))}
          </Answer>
        );
      })}
    </dl>
  );
}
