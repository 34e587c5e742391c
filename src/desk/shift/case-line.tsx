import { urgencyText } from '../case/referral-words.ts';
import { namedTime } from '../clock/brussels-time.ts';
import { type Case, isUnowned, nextStep } from '../inbox/cases.ts';
import { useWords } from '../words/words.ts';

type Props = { one: Case; reference: string; now: number };

/** What tells a case from the others: its reference, how urgent it is, and what is to be done when. No names, no story. */
export function CaseLine({ one, reference, now }: Props) {
  const { text, language } = useWords();
  const step = nextStep(one);
  return (
    <>
      <span class="reference" translate={false}>
        {reference}
      </span>
      {one.opened.ok && ` · ${urgencyText(one, text)}`}
      {isUnowned(one) && ` · ${text('stand.nobody')}`}
      {step && ` · ${text('stand.next', { time: namedTime(step.at, now, language), what: step.what })}`}
    </>
  );
}
