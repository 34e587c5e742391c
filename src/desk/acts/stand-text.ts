import { namedTime } from '../clock/brussels-time.ts';
import type { Stand } from '../state/stand.ts';
import { ownerText } from '../words/owner-text.ts';
import type { Words } from '../words/words.ts';

/** How a case ended, in words; null where it goes on. */
export function endingText({ closed }: Stand, { text }: Words): string | null {
  if (!closed) return null;
  const said = text('stand.closed', { outcome: text(`outcome.${closed.outcome}`) });
  return closed.reason ? `${said}: ${closed.reason}` : said;
}

/** What comes next with a case, in words; null where nothing is planned. `now` in Unix seconds. */
export function stepText({ next, waitingFor }: Stand, now: number, { text, language }: Words): string | null {
  if (next) return text('stand.next', { time: namedTime(next.at, now, language), what: next.what });
  return waitingFor === undefined ? null : text('stand.waiting', { what: waitingFor });
}

/** How a case stands, a sentence each: with whom, what comes next, how it ended, how urgent somebody says that it is. */
export function standText(stand: Stand, me: string, now: number, words: Words): string[] {
  const { text } = words;
  const { owner, urgency, reason = '' } = stand;
  return [
    ownerText(owner, me, text) ?? text('stand.nobody'),
    ...[stepText(stand, now, words), endingText(stand, words)].filter((one) => one !== null),
    ...(urgency ? [text('stand.urgency', { urgency: text(`urgency.${urgency}`), reason })] : []),
  ];
}
