import type { ComponentChildren } from 'preact';
import { contactRule } from '../../handoff/contact-rule.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { ShownIn } from '../../questions/question.ts';
import { REFERRAL_LINES, REFERRAL_QUESTIONS, type ReferralLine } from '../../questions/referral.ts';
import { shownIn } from '../../questions/shown-in.ts';
import type { Clocks } from '../clock/brussels-time.ts';
import { type NumberCalls, NumberLine } from '../contact/number.tsx';
import { Later } from '../later/later.tsx';
import { withWords } from '../later/with-words.ts';
import { Typed } from '../parts/typed.tsx';
import { useWords, type Words } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { reachRule } from './referral-words.ts';

type About = Words & { referral: Referral; clocks: Clocks; calls: NumberCalls };

/** What only professionals say, or the desk of one person of a group: with its words, which few cases need, it comes later. */
const fromWork = withWords(() => import('./from-work.tsx').then((file) => file.FromWork));

/** How the desk shows an answer; null where there is nothing to say. */
type Shown = (about: About) => ComponentChildren;

function Unsaid() {
  const { text } = useWords();
  return <span class="unsaid">{text('referral.unsaid')}</span>;
}

/** The contact rule says it, with the way to answer. */
const inTheRule: Shown = () => null;

/** Every answer that stands in the list: one that is asked and not shown does not compile. */
const SHOWN: Record<ShownIn<typeof REFERRAL_QUESTIONS, ReferralLine>, Shown> = {
  when: ({ referral, text }) =>
    referral.who === 'me' ? null : <span data-value="when">{text(`when.${referral.when ?? 'unsaid'}`)}</span>,
  relation: ({ referral: { relation }, text }) =>
    relation && <span data-value="relation">{text(`relation.${relation}`)}</span>,
  aware: ({ referral: { aware }, text }) =>
    aware && <strong data-value="aware">{text(`aware.${aware}`)}</strong>,
  reach({ referral, text }) {
    const reach = reachRule(referral, text);
    return reach && <strong data-value="reach">{reach}</strong>;
  },
  way: ({ referral, text, language }) => (
    <strong data-value="answer">
      {referral.work ? text('contact.work') : contactRule(referral.answer, text, language)}
    </strong>
  ),
  times: inTheRule,
  otherVoice: inTheRule,
  voicemail: inTheRule,
  number: ({ referral, clocks, calls }) => (
    <NumberLine answer={referral.answer} clocks={clocks} calls={calls} />
  ),
  place: ({ referral: { place } }) => (place ? <Typed value="place">{place}</Typed> : <Unsaid />),
  happening: ({ referral: { happening }, text }) =>
    happening.length > 0 ? (
      <ul class="happening" data-value="happening">
        {happening.map((card) => (
          <li key={card}>{text(`happening.${card}`)}</li>
        ))}
      </ul>
    ) : (
      <Unsaid />
    ),
  callName: ({ referral: { callName } }) => callName && <Typed value="callName">{callName}</Typed>,
  danger: ({ referral, text }) => <span data-value="danger">{text(`danger.${referral.danger}`)}</span>,
};

/** A line of the list, with the answers that stand in it; nothing where none of them says anything. */
function Line({ line, about }: { line: ReferralLine; about: About }) {
  const said = shownIn(REFERRAL_QUESTIONS, line)
    .map((field) => SHOWN[field](about))
    .filter((one) => one !== null && one !== undefined && one !== '');
  if (said.length === 0) return null;
  return (
    <Answer label={about.text(`referral.${line}`)}>
      {said.map((one, at) => (
        <>
          {at > 0 && ' '}
          {one}
        </>
      ))}
    </Answer>
  );
}

type Props = Omit<About, keyof Words> & {
  /** Somebody in the case is under 18, as these answers say or something else does. */
  minor: boolean;
};

/** What must be known to act: safe contact, where, what is happening; then the rest. Who it is stands in the head. */
export function Answers({ referral, minor, clocks, calls }: Props) {
  const words = useWords();
  const { text } = words;
  const { work, of } = referral;
  return (
    <>
      {(work || of) && <Later part={fromWork}>{(FromWork) => <FromWork work={work} of={of} />}</Later>}
      <dl class="answers">
        {(of ? [] : REFERRAL_LINES).map((line) => (
          <Line key={line} line={line} about={{ ...words, referral, clocks, calls }} />
        ))}
        {minor && (
          <Answer label={text('referral.minor')}>
            <span data-value="minor-help">{text('referral.minorHelp')}</span>
          </Answer>
        )}
      </dl>
    </>
  );
}
