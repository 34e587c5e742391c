import { type HandedOn, type Stage, stageOf } from '../pass-on/handed.ts';
import type { Happened } from './timeline.ts';

/** What became of something that was passed on, as far as it went, oldest first. `now` in Unix seconds. */
function passesOf({ row, item }: HandedOn, now: number): Extract<Happened, { kind: 'passed' }>[] {
  const told = (stage: Stage, at: number | undefined, by = row.member) =>
    at === undefined ? [] : [{ kind: 'passed', id: `${row.id} ${stage}`, at, by, stage, to: item } as const];
  const { madeAt, openedAt, acceptedAt, revokedAt, expiresAt } = row;
  return [
    ...told('waiting', madeAt),
    ...told('opened', openedAt, null),
    ...told('accepted', acceptedAt, null),
    ...told('revoked', revokedAt),
    ...(stageOf(row, now) === 'expired' ? told('expired', expiresAt, null) : []),
  ];
}

/** All that happened in a thread with what became of what was passed on of it, each where its time has its place. */
export function withPasses(
  happened: readonly Happened[],
  handoffs: readonly HandedOn[],
  now: number,
): Happened[] {
  const passes = handoffs.flatMap((one) => passesOf(one, now)).sort((a, b) => a.at - b.at);
  const all: Happened[] = [];
  for (const one of happened) {
    while (passes[0] && passes[0].at < one.at) all.push(...passes.splice(0, 1));
    all.push(one);
  }
  return [...all, ...passes];
}
