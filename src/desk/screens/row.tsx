import { type Case, caseDue, caseUrgency, hasNews } from '../cases.ts';
import { shortContactRule } from '../contact-rule.ts';
import { openingFaultText } from '../fault-text.ts';
import { UrgencyMark } from '../parts/urgency-mark.tsx';
import { spokenLanguage } from '../referral-words.ts';
import { timeLeft } from '../time-left.ts';
import { useWords } from '../words.ts';

type Props = { one: Case; me: string; now: number; current: boolean; onOpen: (id: string) => void };

/** A referral in the list: how urgent, until when, who, and how to make contact. No names, no story. */
export function Row({ one, me, now, current, onOpen }: Props) {
  const { text, language } = useWords();
  const { row, opened } = one;
  const urgency = caseUrgency(one);
  const due = caseDue(one);
  const owner =
    row.claimedBy &&
    (row.claimedBy.id === me ? text('row.mine') : text('row.taken', { name: row.claimedBy.name }));
  return (
    <li>
      <button
        class="row"
        type="button"
        data-referral={row.id}
        data-urgency={urgency}
        data-overdue={due !== null && due <= now}
        aria-current={current ? 'true' : undefined}
        onClick={() => onOpen(row.id)}
      >
        <UrgencyMark urgency={urgency} />
        <span class="row-top">
          <span class="row-urgency">{opened.ok ? text(`urgency.${urgency}`) : text('row.unopened')}</span>
          <span class="row-time">{due === null ? owner : timeLeft(due, now, text)}</span>
        </span>
        {opened.ok ? (
          <>
            <span class="row-line">
              <b>{text(`who.${opened.referral.who}`)}</b>
              {` · ${text(`age.${opened.referral.age ?? 'unsaid'}`)} · ${spokenLanguage(opened.referral, text, language)}`}
            </span>
            <span class="row-line">{shortContactRule(opened.referral.answer, text, language).join(' ')}</span>
          </>
        ) : (
          <span class="row-line">{openingFaultText(opened.code, text)}</span>
        )}
        {hasNews(one) && <span class="row-news">{text('row.news')}</span>}
      </button>
    </li>
  );
}
