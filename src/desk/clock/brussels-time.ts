import { type Language, localeOf } from '../../i18n/languages.ts';
import { isDay } from '../../protocol/items/fields.ts';
import { keptBy } from '../kept/kept.ts';

const ZONE = 'Europe/Brussels';
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** What a clock and a calendar on a wall in Brussels show. */
export type BrusselsTime = {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
  second: number;
};

/** The clocks that the desk knows. */
export type Clocks = {
  /** This device's, Unix seconds. */
  device: number;
  /** Seconds by which the worker's is ahead of it. */
  ahead: number;
};

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** The time in Brussels at a moment in Unix seconds, summer time included. */
export function brusselsTime(at: number): BrusselsTime {
  const parts = new Map(wall.formatToParts(at * 1000).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

/** Seconds by which clocks in Brussels are ahead of UTC at a moment in Unix seconds. */
function offsetAt(at: number): number {
  const { year, month, day, hour, minute, second } = brusselsTime(at);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - Math.floor(at);
}

/**
 * Moves a moment (Unix seconds) by whole days to the same time on the clock in Brussels, also where a change to or
 * from summer time lies between. A time that the change skips becomes the one an hour later.
 */
export function addBrusselsDays(at: number, days: number): number {
  const offset = offsetAt(at);
  const moved = at + days * 86_400;
  return moved + offset - offsetAt(moved + offset - offsetAt(moved));
}

/** The clock in Brussels, the same in all languages of the desk: `03:12`. */
export function clock(at: number): string {
  const { hour, minute } = brusselsTime(at);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

const weekdays = keptBy((language: Language) => {
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: ZONE, ...parts });
});

/** The day in Brussels in words: `za 21 nov`. */
const weekdayText = (at: number, language: Language) => weekdays(language).format(at * 1000);

/**
 * Day and clock in Brussels in words of a moment that somebody named: `za 21 nov, 03:12`. The day is left out when it is that
 * of `now`.
 */
export function namedTime(at: number, now: number, language: Language): string {
  const day = weekdayText(at, language);
  return day === weekdayText(now, language) ? clock(at) : `${day}, ${clock(at)}`;
}

/** The same of a moment that the worker keeps: of what was closed that is the day alone. */
export function dayAndClock(at: number, now: number, language: Language): string {
  return isDay(at) ? weekdayText(at, language) : namedTime(at, now, language);
}

/** Whether the desk is dark by itself at an hour in Brussels: from 21 to 7. */
export function isNight(hour: number): boolean {
  return hour >= 21 || hour < 7;
}

/** What a calendar and a clock in Brussels show at a moment, as a field for both takes it: `2026-11-26T18:00`. */
export function wallText(at: number): string {
  return new Date((at + offsetAt(at)) * 1000).toISOString().slice(0, 16);
}

/** The moment at which they show that; null where it is none. */
export function momentOf(wall: string): number | null {
  const shown = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) ? Date.parse(`${wall}:00Z`) / 1000 : Number.NaN;
  if (Number.isNaN(shown)) return null;
  return shown - offsetAt(shown - offsetAt(shown));
}

/** The next time at which clocks in Brussels show a full hour (0 to 23), after `now` in Unix seconds. */
export function nextAt(hour: number, now: number): number {
  const today = momentOf(`${wallText(now).slice(0, 11)}${String(hour).padStart(2, '0')}:00`) ?? now;
  return today > now ? today : addBrusselsDays(today, 1);
}
