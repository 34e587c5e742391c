import type { BellWay } from '../../protocol/wire/api/bell-ways.ts';

/** How far the trial of a way has come: sent, arrived after so many seconds, answered; or nothing was sent. */
export type Trial =
  | { way: string; stage: 'sent' | 'proved' | 'silent' | 'refused' | 'vanished' }
  | { way: string; stage: 'arrived'; after: number };

function stageOf({ id, rungAt = 0, arrivedAt, provedAt }: BellWay): Trial {
  if (provedAt !== undefined && provedAt >= rungAt) return { way: id, stage: 'proved' };
  return arrivedAt === undefined
    ? { way: id, stage: 'sent' }
    : { way: id, stage: 'arrived', after: Math.max(0, arrivedAt - rungAt) };
}

/**
 * How far the trial of a way has come, by the ways as they are now. `ways`: null where they could not be asked for; then it
 * has come as far as it was known to have, which is what null says. `over`: whether its time has passed.
 */
export function trialNow(way: string, ways: readonly BellWay[] | null, over: boolean): Trial | null {
  const one = ways?.find(({ id }) => id === way);
  const gone: Trial | null = ways && { way, stage: 'vanished' };
  const now = one ? stageOf(one) : gone;
  return over && now?.stage !== 'proved' ? { way, stage: 'silent' } : now;
}

/** Whether nothing more is to come of a trial. */
export const isOver = ({ stage }: Trial) => stage === 'proved' || stage === 'silent' || stage === 'vanished';
