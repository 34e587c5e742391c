import type { FirstItem } from '../../protocol/items/item.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { shownIn } from '../../questions/shown-in.ts';
import type { Clocks } from '../clock/brussels-time.ts';
import type { NumberCalls } from '../contact/number.tsx';
import { Typed } from '../parts/typed.tsx';
import { CasePlaybooks } from '../playbooks/case-playbooks.tsx';
import type { ByHand } from '../state/stand.ts';
import { useWords } from '../words/words.ts';
import { Answers } from './answers.tsx';
import { RequestAnswers } from './request-answers.tsx';

/** What was written at length in the item that began a thread. */
function Story({ title, value, children }: { title: string; value: string; children: string }) {
  return (
    <section class="story" aria-labelledby={`${value}-title`}>
      <h2 id={`${value}-title`}>{title}</h2>
      <Typed long value={value}>
        {children}
      </Typed>
    </section>
  );
}

type Props = {
  item: FirstItem;
  /** How urgent a member said that it is. */
  byHand: ByHand | undefined;
  clocks: Clocks;
  calls: NumberCalls;
};

/** What the item that began a thread says. */
export function First({ item, byHand, clocks, calls }: Props) {
  const { text } = useWords();
  if (item.kind === 'request') {
    return (
      <>
        <RequestAnswers request={item} />
        {shownIn(REQUEST_QUESTIONS, 'text').map((field) => (
          <Story key={field} title={text(`request.${field}`)} value={field}>
            {item[field]}
          </Story>
        ))}
      </>
    );
  }
  return (
    <>
      <Answers referral={item} clocks={clocks} calls={calls} />
      <CasePlaybooks referral={item} byHand={byHand} />
      {shownIn(REFERRAL_QUESTIONS, 'text').map((field) => {
        const written = item[field];
        return (
          written && (
            <Story key={field} title={text(`referral.${field}`)} value={field}>
              {written}
            </Story>
          )
        );
      })}
    </>
  );
}
