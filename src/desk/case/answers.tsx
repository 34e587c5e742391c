import type { Referral } from '../../protocol/items/referral.ts';
import type { Clocks } from '../clock/brussels-time.ts';
import { contactRule } from '../contact/contact-rule.ts';
import { NumberLine } from '../contact/number.tsx';
import { Typed } from '../parts/typed.tsx';
import { useWords } from '../words/words.ts';
import { Answer } from './answer.tsx';
import { reachRule } from './referral-words.ts';

/** What must be known to act: safe contact, where, what is happening; then the rest. Who it is stands in the head. */
export function Answers({ referral, clocks }: { referral: Referral; clocks: Clocks }) {
  const { text, language } = useWords();
  const { answer, danger, happening, place, callName } = referral;
  const reach = reachRule(referral, text);
  const unsaid = <span class="unsaid">{text('referral.unsaid')}</span>;
  return (
    <dl class="answers">
      {referral.who !== 'me' && (
        <Answer label={text('referral.when')}>
          <span data-value="when">{text(`when.${referral.when ?? 'unsaid'}`)}</span>
        </Answer>
      )}
      <Answer label={text('referral.contact')}>
        {reach && <strong data-value="reach">{reach}</strong>}
        {reach && ' '}
        <strong data-value="answer">{contactRule(answer, text, language)}</strong>
        <NumberLine answer={answer} clocks={clocks} />
      </Answer>
      <Answer label={text('referral.place')}>{place ? <Typed value="place">{place}</Typed> : unsaid}</Answer>
      <Answer label={text('referral.happening')}>
        {happening.length > 0 ? (
          <ul class="happening" data-value="happening">
            {happening.map((card) => (
              <li key={card}>{text(`happening.${card}`)}</li>
            ))}
          </ul>
        ) : (
          unsaid
        )}
      </Answer>
      {callName && (
        <Answer label={text('referral.callName')}>
          <Typed value="callName">{callName}</Typed>
        </Answer>
      )}
      <Answer label={text('referral.danger')}>
        <span data-value="danger">{text(`danger.${danger}`)}</span>
      </Answer>
      {referral.age === 'minor' && (
        <Answer label={text('referral.minor')}>
          <span data-value="minor-help">{text('referral.minorHelp')}</span>
        </Answer>
      )}
    </dl>
  );
}
