import { peopleOf } from '../case/people.ts';
import { urgencyText, whoKey } from '../case/referral-words.ts';
import { requestTitle } from '../case/request-words.ts';
import { dayAndClock } from '../clock/brussels-time.ts';
import { type Case, caseUrgency, hasNews, isUnowned, ownerOf } from '../inbox/cases.ts';
import { UrgencyMark } from '../inbox/urgency-mark.tsx';
import { Dotted } from '../parts/dotted.tsx';
import { ownerText } from '../words/owner-text.ts';
import type { Text } from '../words/text.ts';
import { useWords } from '../words/words.ts';

/** Whether an answer is still outstanding. */
function answered(one: Case, now: number, { text, language }: ReturnType<typeof useWords>): string {
  const at = one.row.lastFromDeskAt;
  if (hasNews(one)) return text('row.news');
  return at === undefined
    ? text('next.unanswered')
    : text('next.answered', { time: dayAndClock(at, now, language) });
}

function whoOf(one: Case, text: Text): string[] {
  if (!one.opened.ok) return [];
  const { item } = one.opened;
  if (item.kind === 'request') return [requestTitle(item, text)];
  return [text(whoKey(item)), ...peopleOf(one, item, text).map(({ said }) => said)];
}

type Props = { cases: readonly { one: Case; name: string; unsent?: boolean }[]; me: string; now: number };

/**
 * Cases beside each other, to be looked at before they are put together: which, how urgent, who, since when, with whom, and
 * whether an answer is outstanding. `unsent`: one is begun and not sent.
 */
export function TwoCases({ cases, me, now }: Props) {
  const words = useWords();
  const { text, language } = words;
  return (
    <ul class="two-cases">
      {cases.map(({ one, name, unsent }) => (
        <li key={one.row.id} data-look={one.row.id}>
          <p class="two-top">
            <UrgencyMark urgency={caseUrgency(one)} calm={!isUnowned(one)} />
            <b>{urgencyText(one, text)}</b>
            <b class="reference" translate={false}>
              {name}
            </b>
          </p>
          <p>
            <Dotted>{whoOf(one, text)}</Dotted>
          </p>
          <p>
            <Dotted>
              {[
                text('referral.received', { time: dayAndClock(one.row.receivedAt, now, language) }),
                ownerText(ownerOf(one), me, text) ?? text('stand.nobody'),
              ]}
            </Dotted>
          </p>
          <p>
            <Dotted>{[answered(one, now, words), unsent && text('next.unsent')]}</Dotted>
          </p>
        </li>
      ))}
    </ul>
  );
}
