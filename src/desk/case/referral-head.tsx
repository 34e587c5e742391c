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
import { useFocusOnOpen } from '../parts/use-focus-on-open.ts';
import { ownerText } from '../words/owner-text.ts';
import type { Text } from '../words/text.ts';
import { useWords, type Words } from '../words/words.ts';
import { CaseLink } from './case-link.tsx';
import { urgencyText } from './referral-words.ts';
import { requestTitle } from './request-words.ts';
import { Spoken } from './spoken.tsx';

type Props = { one: Case; reference: string; me: string; now: number };

/** What an open thread is called: its urgency, or what is asked for. */
function titleOf(one: Case, text: Text): string {
  if (!one.opened.ok) return text('row.unopened');
  const { item } = one.opened;
  if (item.kind === 'request') return requestTitle(item, text);
  return urgencyText(item, caseUrgency(one) ?? 'advice', text);
}

/** Every answer that stands above all others: one that is asked and not shown does not compile. */
const HEAD: Record<
  ShownIn<typeof REFERRAL_QUESTIONS, 'head'>,
  (referral: Referral, words: Words) => ComponentChild | null
> = {
  who: ({ who }, { text }) => <b data-value="who">{text(`who.${who}`)}</b>,
  age: ({ age = 'unsaid' }, { text }) => (
    <b data-value="age" class={age === 'minor' ? 'minor' : ''}>
      {text(`age.${age}`)}
    </b>
  ),
  speaks: (referral) => (
    <span data-value="speaks">
      <Spoken item={referral} />
    </span>
  ),
  // Stands in the place of the language that it names.
  speaksOther: () => null,
};

/** Who it is about, whether under 18, and in which language to speak. */
function Who({ referral }: { referral: Referral }) {
  const words = useWords();
  const said = shownIn(REFERRAL_QUESTIONS, 'head').flatMap((field) => HEAD[field](referral, words) ?? []);
  return (
    <p class="head-who">
      {said.map((one, at) => (
        <>
          {at > 0 && ' · '}
          {one}
        </>
      ))}
    </p>
  );
}

/** The head of an open thread: how urgent, until when or with whom, who, and what members call it. */
export function ReferralHead({ one, reference, me, now }: Props) {
  const { text, language } = useWords();
  const heading = useFocusOnOpen<HTMLHeadingElement>();
  const { row, opened } = one;
  const due = caseDue(one);
  const same = saidOf(one)?.same ?? [];
  const owner = ownerText(ownerOf(one), me, text);
  const written = opened.ok && isApart(opened.item.at, row.receivedAt) ? opened.item.at : null;
  return (
    <header class="head" data-alarm={isAlarm(one)}>
      <h1 id="referral-title" tabIndex={-1} ref={heading}>
        <UrgencyMark urgency={caseUrgency(one)} calm={!isUnowned(one)} />
        {titleOf(one, text)}
        {due !== null && <span class="row-time">{timeLeft(due, now, text)}</span>}
      </h1>
      {opened.ok && opened.item.kind === 'referral' && <Who referral={opened.item} />}
      <p class="received">
        <span class="visually-hidden">{text('referral.reference')}</span>{' '}
        <b class="reference" data-value="reference" translate={false}>
          {reference}
        </b>
        {` · ${text('referral.received', { time: dayAndClock(row.receivedAt, now, language) })}`}
        {written !== null && ` · ${text('thread.written', { time: namedTime(written, now, language) })}`}
        {owner && ` · ${owner}`}
      </p>
      {same.length > 0 && (
        <p data-value="same">
          {text('same.head')}{' '}
          {same.map((id, at) => (
            <>
              {at > 0 && ' · '}
              <CaseLink id={id} />
            </>
          ))}
        </p>
      )}
    </header>
  );
}
