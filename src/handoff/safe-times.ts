import type { SafeAnswer } from '../protocol/items/kinds/referral.ts';

type SafeTime = NonNullable<SafeAnswer['times']>[number];
type PartOfDay = Exclude<SafeTime, 'any'>;

/** The hours of each part of the day on the clock in Brussels: from the first up to, but without, the second. */
export const HOURS: Record<PartOfDay, readonly [number, number]> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 23],
  night: [23, 6],
};

/** The parts of a day in their order. */
export const PARTS_OF_DAY = [
  'morning',
  'afternoon',
  'evening',
  'night',
] as const satisfies readonly PartOfDay[];

/** The part of the day at an hour (0 to 23) in Brussels. */
export function partOfDay(hour: number): PartOfDay {
  return PARTS_OF_DAY.find((part) => hour >= HOURS[part][0] && hour < HOURS[part][1]) ?? 'night';
}

/** The parts of the day in which a call is safe, in order; `any` for all of them, `unsaid` when none was given. */
export function safeParts(answer: SafeAnswer): 'any' | 'unsaid' | PartOfDay[] {
  const times = answer.times ?? [];
  if (times.includes('any')) return 'any';
  const parts = PARTS_OF_DAY.filter((part) => times.includes(part));
  return parts.length === 0 ? 'unsaid' : parts;
}
