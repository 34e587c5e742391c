import { expect, it } from 'vitest';
import { languagesOf } from '../../../../src/i18n/languages.ts';
import { timesIn } from '../../../../src/reporter/mailbox/contents/times.ts';

const MIDNIGHT = Date.UTC(2026, 10, 26) / 1000;

it('writes the day alone of what is kept without an hour, and never of what was written at midnight of UTC', () => {
  for (const [lang, hour] of [
    ['en', '01:00'],
    ['nl', '01:00'],
    ['fr', '01:00'],
  ] as const) {
    const { kept, named } = timesIn(lang);
    expect(named(MIDNIGHT)).toContain(hour);
    expect(named(MIDNIGHT)).toContain(kept(MIDNIGHT));
    expect(kept(MIDNIGHT)).not.toContain(hour);
    expect(kept(MIDNIGHT + 900)).toBe(named(MIDNIGHT + 900));
  }
});

it.each(languagesOf('write'))(
  'writes the year and the day of the calendar here, in our figures, in %s',
  (lang) => {
    const { kept } = timesIn(lang);
    expect(kept(MIDNIGHT)).toMatch(/\b2026\b|2026年/);
    expect(kept(MIDNIGHT)).toMatch(/(?<!\d)26(?!\d)/);
    expect(kept(MIDNIGHT)).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
  },
);
