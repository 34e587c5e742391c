import type { FirstItem } from '../../protocol/item.ts';
import { type Case, caseDue, caseUrgency, hasNews } from '../cases.ts';
import { shortContactRule } from '../contact-rule.ts';
import { openingFaultText } from '../fault-text.ts';
import { UrgencyMark } from '../parts/urgency-mark.tsx';
import { languageName, spokenLanguage, urgencyText } from '../referral-words.ts';
import { requestTitle } from '../request-words.ts';
import { timeLeft } from '../time-left.ts';
import { useWords } from '../words.ts';

type Props = { one: Case; me: string; now: number; current: boolean; onOpen: (id: string) => void };

/** What a row says of a thread: who it is about and how to make contact, or what is asked for. */
function Summary({ item }: { item: FirstItem }) {
  const { text, language } = useWords();
  if (item.kind === 'request') {
    return (
      <>
        <span class="row-line">
          <b>{requestTitle(item, text)}</b>
        </span>
        <span class="row-line">
          {text('request.formIn', { language: languageName(item.formLanguage, language) })}
        </span>
      </>
    );
  }
  return (
    <>
      <span class="row-line">
        <b>{text(`who.${item.who}`)}</b>
        {` · ${text(`age.${item.age ?? 'unsaid'}`)} · ${spokenLanguage(item, text, language)}`}
      </span>
      <span class="row-line">{shortContactRule(item.answer, text, language).join(' ')}</span>
    </>
  );
}

/** A thread in the list: how urgent, until when, who, and how to make contact. No names, no story. */
export function Row({ one, me, now, current, onOpen }: Props) {
  const { text } = useWords();
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
          <span class="row-urgency">{opened.ok ? urgencyText(opened.item, text) : text('row.unopened')}</span>
          <span class="row-time">{due === null ? owner : timeLeft(due, now, text)}</span>
        </span>
        {opened.ok ? (
          <Summary item={opened.item} />
        ) : (
          <span class="row-line">{openingFaultText(opened.code, text)}</span>
        )}
        {hasNews(one) && <span class="row-news">{text('row.news')}</span>}
      </button>
    </li>
  );
}
