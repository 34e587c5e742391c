import { describe, expect, it } from 'vitest';
import { holdingAt } from '../../../functions/duty/holding.ts';
import type { Shift } from '../../../functions/duty/rota.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const start = 1_000 * DAY;
const of = (member: string, from: number, until: number, rank: Shift['rank'] = 'first'): Shift => ({
  rank,
  member,
  from,
  until,
});
const evening = of('Ana', start, start + 12 * HOUR);
const night = of('Bo', start + 12 * HOUR, start + DAY);
const first = (shifts: Shift[], proofs: Record<string, number>, now: number) => {
  const { held, awaited } = holdingAt(shifts, new Map(Object.entries(proofs)), now).first;
  return { held: held?.member ?? null, awaited: awaited?.member ?? null };
};

describe('whose telephone was not heard to ring in the last day', () => {
  it('is not on duty: it stays with who had it', () => {
    const proofs = { Ana: start - HOUR };
    expect(first([evening, night], proofs, night.from)).toEqual({ held: 'Ana', awaited: 'Bo' });
  });

  it('is on duty from when it rang', () => {
    const proofs = { Ana: start - HOUR, Bo: night.from + 300 };
    expect(first([evening, night], proofs, night.from + 300)).toEqual({ held: 'Bo', awaited: null });
  });

  it('was heard just a day before, or a second too early', () => {
    const at = (proof: number) => first([night], { Bo: proof }, night.from);
    expect(at(night.from - DAY)).toEqual({ held: 'Bo', awaited: null });
    expect(at(night.from - DAY - 1)).toEqual({ held: null, awaited: 'Bo' });
  });

  it('stays on duty where the day passes within their time', () => {
    const long = of('Ana', start, start + 3 * DAY);
    expect(first([long], { Ana: start - HOUR }, start + 2 * DAY)).toEqual({ held: 'Ana', awaited: null });
  });

  it('leaves nobody on duty where a gap lies before their time', () => {
    const later = of('Bo', evening.until + 60, start + DAY);
    expect(first([evening, later], { Ana: start }, later.from)).toEqual({ held: null, awaited: 'Bo' });
  });
});

it('has nobody on duty where nobody is planned', () => {
  expect(first([evening, night], { Ana: start, Bo: start }, night.until)).toEqual({
    held: null,
    awaited: null,
  });
});

it('has nobody as their own backup, also where one of them stays for a colleague', () => {
  const shifts = [evening, night, of('Ana', night.from, night.until, 'backup')];
  const { backup } = holdingAt(shifts, new Map([['Ana', start]]), night.from);
  expect(backup.held).toBeNull();
});
