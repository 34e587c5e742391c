import { type DutyBody, type DutySpan, GAP_WARNS, PROOF_LASTS } from '../../protocol/wire/api/duty.ts';

/** Whether a first or a backup is missing in a span. */
export const isGap = ({ first, backup }: DutySpan) => first === null || backup === null;

/** Whether that is so soon that it must be seen: within three days. */
export const isNearGap = (span: DutySpan, now: number) => isGap(span) && span.from < now + GAP_WARNS;

/** Whether somebody's telephone was heard to ring within a day. */
export const isProved = (provedAt: number | undefined, now: number) =>
  provedAt !== undefined && provedAt >= now - PROOF_LASTS;

/** What is wrong with duty, the worst: nobody is there, whose telephone nobody heard, or a time that nobody has soon. */
export type DutyFault = 'nobody' | 'awaited' | 'lapsed' | 'gap';

/** The worst of what is wrong with duty now and in the next three days; null where nothing is. `now` in Unix seconds. */
export function dutyFault({ first, backup, spans }: DutyBody, now: number): DutyFault | null {
  if (!first.held) return 'nobody';
  if (first.awaited || backup.awaited) return 'awaited';
  const held = [first.held, backup.held].filter((one) => one !== undefined);
  if (held.some(({ provedAt }) => !isProved(provedAt, now))) return 'lapsed';
  return spans.some((span) => span.until > now && isNearGap(span, now)) ? 'gap' : null;
}
