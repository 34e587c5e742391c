import { describe, expect, it } from 'vitest';
import { secretIn } from '../../../src/desk/invitation-link.ts';
import { suggestPassphrase } from '../../../src/desk/passphrase-suggestion.ts';
import { themeByItself } from '../../../src/desk/theme.ts';
import { dueAt, urgencyOf } from '../../../src/desk/urgency.ts';
import { referral, request } from './surroundings.ts';

describe('urgency', () => {
  it('puts danger first and never lets a minor wait longer than today', () => {
    expect(urgencyOf(referral({ danger: 'yes', age: 'adult' }))).toBe('now');
    expect(urgencyOf(referral({ age: 'minor', who: 'work' }))).toBe('today');
    expect(urgencyOf(referral({ danger: 'unsure' }))).toBe('today');
    expect(urgencyOf(referral({ who: 'work' }))).toBe('advice');
    expect(urgencyOf(referral({ who: 'me' }))).toBe('week');
  });

  it('lets a request wait as advice, whatever is in it', () => {
    expect(urgencyOf(request())).toBe('advice');
    expect(urgencyOf(request({ about: ['training'], text: 'Danger! Minor! Now!' }))).toBe('advice');
  });

  it('counts three working days over a weekend and a public holiday', () => {
    // Friday 6 November 2026, 10:00; Wednesday the 11th is a holiday.
    const friday = Date.UTC(2026, 10, 6, 9) / 1000;
    expect(dueAt('advice', friday)).toBe(Date.UTC(2026, 10, 12, 9) / 1000);
  });
});

it('is dark at night in Brussels whatever the system says', () => {
  expect(themeByItself(Date.UTC(2026, 6, 1, 19) / 1000, false)).toBe('dark');
  expect(themeByItself(Date.UTC(2026, 6, 1, 18, 59) / 1000, false)).toBe('light');
  expect(themeByItself(Date.UTC(2026, 6, 1, 10) / 1000, true)).toBe('dark');
});

it('takes an invitation from the fragment, and nothing else for one', () => {
  const secret = 'A'.repeat(43);
  expect(secretIn(`#${secret}`)).toBe(secret);
  expect(secretIn('#list-title')).toBeNull();
  expect(secretIn('')).toBeNull();
});

it('suggests twelve syllables, and draws again what would favour some', () => {
  expect(suggestPassphrase((bytes) => bytes.fill(0))).toBe('bababa bababa bababa bababa');
  const bytes = [255, 240, 1];
  const drawn = suggestPassphrase((into) => into.fill(bytes.shift() ?? 0));
  expect(drawn).toBe('bebaba bababa bababa bababa');
});
