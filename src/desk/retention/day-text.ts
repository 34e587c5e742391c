/** A day (counted since 1970) in words, as a language writes it: `3 februari 2027`. */
export function dayText(day: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000);
}
