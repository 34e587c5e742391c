import type { ComponentChild } from 'preact';
import { isApart } from '../../protocol/items/fields.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../questions/referral.ts';
import { shownIn } from '../../questions/shown-in.ts';
import { dayAndClock, namedTime } from '../clock/brussels-time.ts';
import { timeLeft } from '../clock/time-left.ts';
import { type Case, caseDue, caseUrgency, isAlarm, isUnowned, ownerOf, saidOf } from '../inbox/cases.ts';
import { UrgencyMark } from '../inbox/urgency-mark.tsx';
import { LinkedCases } from '../linked/linked-cases.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { ownerText } from '../words/owner-text.ts';
import type { Text } from '../words/text.ts';
import { useWords, type Words } from '../words/words.ts';
import { peopleOf } from './people.ts';
import { urgencyText, whoKey } from './referral-words.ts';
import { requestTitle } from './request-words.ts';
import { Spoken } from './spoken.tsx';

type Props = { one: Case; reference: string; me: string; now: number };

/** What an open thread is called: its urgency, or what is asked for. */
function titleOf(one: Case, text: Text): string {
  if (!one.opened.ok) return text('row.unopened');
  const { item } = one.opened;
  if (item.kind === 'request') return requestTitle(item, text);
  return urgencyText(one, text);
}

/** Every answer that stands above all others: one that is asked and not shown does not compile. */
const HEAD: Record<
  ShownIn<typeof REFERRAL_QUESTIONS, 'head'>,
  (referral: Referral, words: Words, one: Case) => ComponentChild | null
> = {
  who: (referral, { text }) => <b data-value="who">{text(whoKey(referral))}</b>,
  age: (referral, { text }, one) => (
    <Dotted>
      {peopleOf(one, referral, text).map(({ name, said, minor }) => (
        <b key={name} data-value={name} class={minor ? 'minor' : ''}>
          {said}
        </b>
      ))}
    </Dotted>
  ),
  speaks: (referral) => (
    <span data-value="speaks">
      <Spoken item={referral} />
    </span>
  ),
  // Stands in the place of the language that it names.
  speaksOther: () => null,
};

/** Whom it is about, how many, whether under 18, and in which language to speak. */
function Who({ one, referral }: { one: Case; referral: Referral }) {
  const words = useWords();
  const fields = shownIn(REFERRAL_QUESTIONS, 'head');
  return (
    <p class="head-who">
      <Dotted>{fields.map((field) => HEAD[field](referral, words, one))}</Dotted>
    </p>
  );
}

/** The head of an open thread: how urgent, until when or with whom, who, and what members call it. */
export function ReferralHead({ one, reference, me, now }: Props) {
  const { text, language } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const { row, opened } = one;
  const due = caseDue(one);
  const linked = saidOf(one)?.linked;
  const owner = ownerText(ownerOf(one), me, text);
  const written = opened.ok && isApart(opened.item.at, row.receivedAt) ? opened.item.at : null;
  return (
    <header class="head" data-alarm={isAlarm(one)}>
      <h1 id="referral-title" tabIndex={-1} ref={heading}>
        <UrgencyMark urgency={caseUrgency(one)} calm={!isUnowned(one)} />
        {titleOf(one, text)}
        {due !== null && <span class="row-time">{timeLeft(due, now, text)}</span>}
      </h1>
      {opened.ok && opened.item.kind === 'referral' && <Who one={one} referral={opened.item} />}
      <p class="received">
        <span class="visually-hidden">{text('referral.reference')}</span>{' '}
        <Dotted>
          {[
            <b key="reference" class="reference" data-value="reference" translate={false}>
              {reference}
            </b>,
            text('referral.received', { time: dayAndClock(row.receivedAt, now, language) }),
            written !== null && text('thread.written', { time: namedTime(written, now, language) }),
            owner,
          ]}
        </Dotted>
      </p>
      {linked && <LinkedCases linked={linked} />}
    </header>
  );
}
