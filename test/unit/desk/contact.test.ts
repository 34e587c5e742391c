import { describe, expect, it } from 'vitest';
import en from '../../../content/en/ui/desk.json' with { type: 'json' };
import fr from '../../../content/fr/ui/desk.json' with { type: 'json' };
import nl from '../../../content/nl/ui/desk.json' with { type: 'json' };
import { contactGuard } from '../../../src/desk/contact-guard.ts';
import { contactRule, safeHours } from '../../../src/desk/contact-rule.ts';
import { telephoneLink } from '../../../src/desk/telephone-link.ts';
import { createText } from '../../../src/desk/text.ts';
import { ANSWER_WAY, OTHER_VOICE, SAFE_TIME } from '../../../src/protocol/referral.ts';

const text = createText(nl, 'nl');

describe('the contact guard', () => {
  it('opens in the safe hours and at no other', () => {
    const answer = { way: 'call', times: ['morning'] } as const;
    const guard = (hour: number) => contactGuard({ ...answer, times: [...answer.times] }, hour);
    expect(guard(5)).toEqual({ open: false, why: 'other-time' });
    expect(guard(6)).toEqual({ open: true });
    expect(guard(11)).toEqual({ open: true });
    expect(guard(12)).toEqual({ open: false, why: 'other-time' });
  });

  it('takes the night over midnight', () => {
    for (const hour of [23, 0, 5])
      expect(contactGuard({ way: 'call', times: ['night'] }, hour).open).toBe(true);
    expect(contactGuard({ way: 'call', times: ['night'] }, 22).open).toBe(false);
  });

  it('never opens where a call was not asked for, or no time was given', () => {
    expect(contactGuard({ way: 'mailbox', number: '1', times: ['any'] }, 12)).toMatchObject({
      why: 'mailbox',
    });
    expect(contactGuard({ way: 'unsure' }, 12)).toMatchObject({ why: 'unsure' });
    expect(contactGuard({ way: 'call' }, 12)).toMatchObject({ why: 'times-unsaid' });
  });
});

describe('the contact rule in words', () => {
  it('says when, what to do at another voice, and that voicemail is not allowed unless it was', () => {
    const rule = contactRule({ way: 'call', times: ['morning', 'night'], otherVoice: 'hang-up' }, text, 'nl');
    expect(rule).toBe('Bel alleen ’s ochtends of ’s nachts. Andere stem: ophangen. Geen voicemail.');
    expect(safeHours({ way: 'call', times: ['night'] }, text, 'nl')).toBe('’s nachts (23:00–06:00)');
  });
});

it('links to a number only when the text is plainly one', () => {
  expect(telephoneLink('0488/12.34.56')).toBe('tel:0488123456');
  expect(telephoneLink('0032 2 511 64 64')).toBe('tel:+3225116464');
  expect(telephoneLink('02 511 64 64 / 0488 12 34 56')).toBeNull();
  expect(telephoneLink('vraag naar Sami')).toBeNull();
});

describe.each([
  ['nl', nl],
  ['fr', fr],
  ['en', en],
] as const)('the contact rule in %s', (language, strings) => {
  const say = createText(strings, language);
  const wholeSentence = /^[^{}]*[^{}\s][.!]$/;

  it('is whole sentences for every way, time and voice', () => {
    for (const way of ANSWER_WAY) {
      for (const times of [[], ['any'], ['morning'], ['afternoon', 'evening', 'night']] as const) {
        for (const otherVoice of OTHER_VOICE) {
          const rule = contactRule({ way, times: [...times], otherVoice }, say, language);
          expect(rule).toMatch(wholeSentence);
          expect(rule).not.toMatch(/contact\.|times\./);
        }
      }
    }
  });

  it('says another thing for every way, every part of the day and both voices', () => {
    const rules = [
      ...ANSWER_WAY.map((way) => contactRule({ way }, say, language)),
      ...SAFE_TIME.map((time) => contactRule({ way: 'call', times: [time] }, say, language)),
      ...OTHER_VOICE.map((otherVoice) => contactRule({ way: 'call', otherVoice }, say, language)),
      contactRule({ way: 'call', voicemail: true }, say, language),
    ];
    expect(new Set(rules).size).toBe(rules.length);
  });
});
