import type { CallUnderWay } from '../drafts/draft.ts';

type Calls = readonly CallUnderWay[];

/** With a number that was opened behind the guard, and why. */
export const openedBecause = (calls: Calls, to: CallUnderWay['to'], reason: string): Calls => [
  ...calls,
  { to, reason },
];

/**
 * With a call that is begun now (Unix seconds): by the number that was opened for it, where there is one. A call before, of
 * which nobody has said what came of it, stays.
 */
export function begun(calls: Calls, to: CallUnderWay['to'], now: number): Calls {
  const opened = calls.findLast(({ since }) => since === undefined);
  // By its begin a call is known.
  const since = Math.max(now, ...calls.map((call) => (call.since ?? 0) + 1));
  return [...calls.filter((call) => call !== opened), { ...opened, to, since }];
}

/** Without the reason that an entry now says, and without what is thereby said in full. */
export function reasonKept(calls: Calls, reason: string): Calls {
  const at = calls.findIndex((call) => call.reason === reason);
  return calls.flatMap((call, index) => {
    if (index !== at) return [call];
    const { reason: _, tried, ...left } = call;
    if (left.since === undefined) return [];
    return [{ ...left, ...(tried && tried.outcome !== 'shown' && { tried }) }];
  });
}

/** With what else is to be known of one of them, as far as it is written. */
export const withLine = (calls: Calls, call: CallUnderWay, line: string): Calls =>
  calls.map((one) => {
    if (one !== call) return one;
    const { line: _, ...rest } = one;
    return line === '' ? rest : { ...rest, line };
  });

/** With what was tried to keep of one of them. */
export const withTried = (
  calls: Calls,
  call: CallUnderWay,
  tried: NonNullable<CallUnderWay['tried']>,
): Calls => calls.map((one) => (one === call ? { ...one, tried } : one));
