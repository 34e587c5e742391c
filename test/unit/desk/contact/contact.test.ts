import { describe, expect, it } from 'vitest';
import en from '../../../../content/en/ui/desk.json' with { type: 'json' };
import fr from '../../../../content/fr/ui/desk.json' with { type: 'json' };
import nl from '../../../../content/nl/ui/desk.json' with { type: 'json' };
import { contactGuard } from '../../../../src/desk/contact/contact-guard.ts';
import { createText } from '../../../../src/desk/words/text.ts';
import { contactRule, contactSign, safeHours } from '../../../../src/handoff/contact-rule.ts';
import {
  ANSWER_WAY,
  OTHER_VOICE,
  SAFE_TIME,
  type SafeAnswer,
} from '../../../../src/protocol/items/kinds/referral.ts';
import { filled } from '../../../support/ui.ts';

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

  it.each([8 * 3600, -8 * 3600, 301, -301])(
    'stays shut, whatever the hour, when the worker’s clock is %i s ahead of this one',
    (ahead) => {
      for (const times of [['any'], ['morning'], ['morning', 'afternoon', 'evening', 'night']] as const) {
        for (let hour = 0; hour < 24; hour++) {
          const answer = { way: 'call', times: [...times] } as const;
          expect(contactGuard({ ...answer, times: [...times] }, hour, ahead)).toEqual({
            open: false,
            why: 'clock',
          });
        }
      }
    },
  );

  it.each([0, 300, -300])('goes by the hour of this device when the clocks differ by %i s', (ahead) => {
    const answer = { way: 'call', times: ['morning' as const] } as const;
    const guard = (hour: number) => contactGuard({ ...answer, times: [...answer.times] }, hour, ahead).open;
    expect([guard(9), guard(16)]).toEqual([true, false]);
  });

  it.each([
    [{ way: 'mailbox', number: '1', times: ['any'] }, 'mailbox'],
    [{ way: 'will-call', times: ['any'] }, 'will-call'],
    [{ way: 'unsure' }, 'unsure'],
    [{ way: 'call' }, 'times-unsaid'],
    [{ way: 'call-trusted' }, 'times-unsaid'],
  ] as [SafeAnswer, string][])('stays shut at every hour for %j: %s', (answer, why) => {
    for (let hour = 0; hour < 24; hour++) expect(contactGuard(answer, hour)).toEqual({ open: false, why });
  });

  it.each(['call', 'call-trusted'] as const)('opens at every hour for %s where any time is safe', (way) => {
    for (let hour = 0; hour < 24; hour++)
      expect(contactGuard({ way, times: ['any'] }, hour)).toEqual({ open: true });
  });
});

describe('the contact rule in words', () => {
  it('says when, what to do at another voice, and that voicemail is not allowed unless it was', () => {
    const rule = contactRule({ way: 'call', times: ['morning', 'night'], otherVoice: 'hang-up' }, text, 'nl');
    expect(rule).toBe(
      [
        filled(nl.contact.call.times, { times: `${nl.times.morning} of ${nl.times.night}` }),
        nl.contact.voice['hang-up'],
        nl.contact.voicemail.no,
      ].join(' '),
    );
    expect(safeHours({ way: 'call', times: ['night'] }, text, 'nl')).toBe(`${nl.times.night} (23:00–06:00)`);
  });
});

describe('the contact rule as a sign', () => {
  it('says whether, and between which hours, a call is safe', () => {
    const sign = (times: ('morning' | 'afternoon' | 'evening' | 'night' | 'any')[]) =>
      contactSign({ way: 'call', times }, text);
    expect(sign(['evening'])).toBe(filled(nl.sign.call.hours, { hours: '18–23' }));
    expect(sign(['morning', 'afternoon'])).toBe(filled(nl.sign.call.hours, { hours: '06–18' }));
    expect(sign(['night', 'evening'])).toBe(filled(nl.sign.call.hours, { hours: '18–06' }));
    expect(sign(['morning', 'evening'])).toBe(filled(nl.sign.call.hours, { hours: '06–12, 18–23' }));
    expect(sign(['morning', 'night', 'afternoon'])).toBe(filled(nl.sign.call.hours, { hours: '23–18' }));
    expect(sign(['night', 'evening', 'morning', 'afternoon'])).toBe(sign(['any']));
    expect(sign([])).toBe(nl.sign.call.unsaid);
    expect(contactSign({ way: 'mailbox' }, text)).toBe(nl.sign.mailbox);
  });
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
