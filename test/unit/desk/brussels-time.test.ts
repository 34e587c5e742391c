import { describe, expect, it } from 'vitest';
import nl from '../../../content/nl/ui/desk.json' with { type: 'json' };
import { stepText } from '../../../src/desk/acts/stand-text.ts';
import { addBrusselsDays, brusselsTime, clock, dayAndClock } from '../../../src/desk/clock/brussels-time.ts';
import { addWorkingDays, isWorkingDay } from '../../../src/desk/clock/working-days.ts';
import { createText } from '../../../src/desk/words/text.ts';

/** A moment in Unix seconds by the clock of UTC; the month counts from 1. */
const utc = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  Date.UTC(year, month - 1, day, hour, minute) / 1000;

describe('the clock in Brussels', () => {
  it('is two hours ahead of UTC in summer and one in winter, to the minute of the change', () => {
    expect(clock(utc(2026, 3, 29, 0, 59))).toBe('01:59');
    expect(clock(utc(2026, 3, 29, 1, 0))).toBe('03:00');
    expect(clock(utc(2026, 10, 25, 0, 59))).toBe('02:59');
    expect(clock(utc(2026, 10, 25, 1, 0))).toBe('02:00');
  });

  it('calls midnight 0, on the day that begins', () => {
    expect(brusselsTime(utc(2026, 12, 31, 23))).toMatchObject({ year: 2027, month: 1, day: 1, hour: 0 });
  });

  it('names the day only when it is not today', () => {
    const now = utc(2026, 11, 21, 22, 59);
    expect(dayAndClock(now - 60, now, 'nl')).toBe('23:58');
    expect(dayAndClock(now + 120, now, 'en')).toContain('22 Nov');
    expect(dayAndClock(now - 86_400, now, 'fr')).toContain('20 nov');
  });

  it('names the hour of what is planned also where a day begins by UTC, when what was closed has no hour', () => {
    const [now, night] = [utc(2026, 11, 21, 15), utc(2026, 11, 22)];
    const words = { text: createText(nl, 'nl'), language: 'nl', languages: [] } as const;
    const step = { owner: null, closed: null, next: { at: night, what: 'bellen' } };
    expect(stepText(step, now, words)).toContain('01:00');
    expect(dayAndClock(night, now, 'nl')).not.toContain('01:00');
  });
});

describe('days on the clock in Brussels', () => {
  it('keeps the time of the day over a change of summer time', () => {
    expect(addBrusselsDays(utc(2026, 3, 28, 9), 1)).toBe(utc(2026, 3, 29, 8));
    expect(addBrusselsDays(utc(2026, 10, 24, 8), 1)).toBe(utc(2026, 10, 25, 9));
    expect(addBrusselsDays(utc(2026, 10, 24, 8), 0)).toBe(utc(2026, 10, 24, 8));
  });

  it('moves a time that the change skips to the hour after it', () => {
    expect(clock(addBrusselsDays(utc(2026, 3, 28, 1, 30), 1))).toBe('03:30');
  });
});

describe('working days', () => {
  it.each([
    ['Easter Monday', utc(2026, 4, 6, 10)],
    ['Ascension Day', utc(2027, 5, 6, 10)],
    ['Whit Monday', utc(2025, 6, 9, 10)],
    ['the national holiday', utc(2026, 7, 21, 10)],
    ['Easter Monday of a year with a late Easter', utc(2038, 4, 26, 10)],
    ['a Sunday', utc(2026, 11, 22, 10)],
    ['a Sunday that UTC still calls Saturday', utc(2026, 11, 21, 23, 30)],
  ])('leaves out %s', (_name, at) => expect(isWorkingDay(at)).toBe(false));

  it('counts the day after a holiday', () => expect(isWorkingDay(utc(2026, 4, 7, 10))).toBe(true));

  it('counts from a weekend as from the Friday before', () => {
    expect(addWorkingDays(utc(2026, 11, 21, 14), 3)).toBe(utc(2026, 11, 25, 14));
  });

  it('keeps the time of the day over the change to winter time', () => {
    expect(addWorkingDays(utc(2026, 10, 23, 8), 1)).toBe(utc(2026, 10, 26, 9));
  });
});
