import { addBrusselsDays, brusselsTime } from './brussels-time.ts';

const DAY = 86_400_000;

/** Easter Sunday of a year as a UTC date in ms: the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapless = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leapless + 19 * golden + 15) % 30;
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  const fromMarch = moon - weekday;
  return Date.UTC(year, 2, 28 + fromMarch);
}

/** Month and day of the Belgian public holidays (law of 4 January 1974) that have a fixed date. */
const FIXED = ['1-1', '5-1', '7-21', '8-15', '11-1', '11-11', '12-25'];

/** Days after Easter Sunday of those that have none: Easter Monday, Ascension, Whit Monday. */
const MOVING = [1, 39, 50];

/** Whether a moment (Unix seconds) falls on a day in Brussels that is no weekend and no Belgian public holiday. */
export function isWorkingDay(at: number): boolean {
  const { year, month, day, weekday } = brusselsTime(at);
  if (weekday === 0 || weekday === 6 || FIXED.includes(`${month}-${day}`)) return false;
  return !MOVING.includes((Date.UTC(year, month - 1, day) - easter(year)) / DAY);
}

/** The moment so many working days later, at the same time on the clock in Brussels. Unix seconds. */
export function addWorkingDays(at: number, days: number): number {
  let calendarDays = 0;
  for (let left = days; left > 0; ) {
    calendarDays += 1;
    if (isWorkingDay(addBrusselsDays(at, calendarDays))) left -= 1;
  }
  return addBrusselsDays(at, calendarDays);
}
