import { isDay } from '../../../protocol/items/fields.ts';

/** By the calendar of what people read in Belgium, and in the figures in which their code and our number stand there. */
const AS_HERE = { calendar: 'gregory', numberingSystem: 'latn' } as const;

/**
 * How a language writes times in Brussels, in Unix seconds: `kept` of what the worker keeps, which of what was closed for a day
 * has no hour any more; `named` of what somebody said, which has one at midnight too.
 */
export function timesIn(lang: string): { kept: (at: number) => string; named: (at: number) => string } {
  const locale = lang === 'en' ? 'en-GB' : lang;
  const whole = { ...AS_HERE, dateStyle: 'long', timeZone: 'Europe/Brussels' } as const;
  const day = new Intl.DateTimeFormat(locale, whole);
  const minute = new Intl.DateTimeFormat(locale, { ...whole, timeStyle: 'short' });
  const named = (at: number) => minute.format(at * 1000);
  return { kept: (at) => (isDay(at) ? day.format(at * 1000) : named(at)), named };
}
