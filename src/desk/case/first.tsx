import type { FirstItem } from '../../protocol/items/item.ts';
import type { Beside } from '../../questions/playbooks.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import type { REQUEST_QUESTIONS } from '../../questions/request.ts';
import { shownIn } from '../../questions/shown-in.ts';
import type { Clocks } from '../clock/brussels-time.ts';
import type { NumberCalls } from '../contact/number.tsx';
import { Later } from '../later/later.tsx';
import { withWords } from '../later/with-words.ts';
import { Typed } from '../parts/typed.tsx';
import { CasePlaybooks } from '../playbooks/case-playbooks.tsx';
import type { TextKey } from '../words/text.ts';
import { useWords } from '../words/words.ts';
import { Answers } from './answers.tsx';

/** What a request says line by line: with its words, which few cases need, it comes later. */
const requestAnswers = withWords(() => import('./request-answers.tsx').then((file) => file.RequestAnswers));

/** The answers of a request that stand below the lines, and what they are called. Its table comes later, a row a material. */
const WRITTEN = { text: 'request.text' } as const satisfies Record<
  ShownIn<typeof REQUEST_QUESTIONS, 'text'>,
  TextKey
>;

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
  /** What is known of it beside its answers. */
  beside: Beside;
  clocks: Clocks;
  calls: NumberCalls;
};

/** What the item that began a thread says. */
export function First({ item, beside, clocks, calls }: Props) {
  const { text } = useWords();
  if (item.kind === 'request') {
    return (
      <>
        <Later part={requestAnswers}>{(RequestAnswers) => <RequestAnswers request={item} />}</Later>
        <Story title={text(WRITTEN.text)} value="text">
          {item.text}
        </Story>
      </>
    );
  }
  return (
    <>
      <Answers referral={item} minor={beside.minor === true} clocks={clocks} calls={calls} />
      <CasePlaybooks referral={item} beside={beside} />
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
