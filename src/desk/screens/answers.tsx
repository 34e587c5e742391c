import type { Referral } from '../../protocol/referral.ts';
import { contactRule } from '../contact-rule.ts';
import { Answer } from '../parts/answer.tsx';
import { Typed } from '../parts/typed.tsx';
import { reachRule, spokenLanguage } from '../referral-words.ts';
import { useWords } from '../words.ts';
import { NumberLine } from './number.tsx';

/** What must be known first: danger, safe contact, language, where, what. Then who it is about. */
export function Answers({ referral, now }: { referral: Referral; now: number }) {
  const { text, language } = useWords();
  const { answer, happening, place, callName } = referral;
  const reach = reachRule(referral, text);
  const unsaid = <span class="unsaid">{text('referral.unsaid')}</span>;
  return (
    <dl class="answers">
      <Answer label={text('referral.danger')} urgent={referral.danger === 'yes'}>
        <strong data-value="danger">{text(`danger.${referral.danger}`)}</strong>
      </Answer>
      {referral.who !== 'me' && (
        <Answer label={text('referral.when')}>
          <span data-value="when">{text(`when.${referral.when ?? 'unsaid'}`)}</span>
        </Answer>
      )}
      <Answer label={text('referral.contact')}>
        {reach && <strong data-value="reach">{reach}</strong>}
        <strong data-value="answer">{contactRule(answer, text, language)}</strong>
        <NumberLine answer={answer} now={now} />
      </Answer>
      <Answer label={text('referral.speaks')}>
        <span data-value="speaks">
          {referral.speaksOther ? (
            <Typed>{referral.speaksOther}</Typed>
          ) : (
            spokenLanguage(referral, text, language)
          )}
        </span>
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
      <Answer label={text('referral.who')}>
        <span data-value="who">{text(`who.${referral.who}`)}</span>
      </Answer>
      <Answer label={text('referral.age')}>
        <span data-value="age">{text(`age.${referral.age ?? 'unsaid'}`)}</span>
      </Answer>
      {callName && (
        <Answer label={text('referral.callName')}>
          <Typed value="callName">{callName}</Typed>
        </Answer>
      )}
    </dl>
  );
}
