import { expect, it } from 'vitest';
import { AT_FIRST, answersOf, hasPart, PARTS, type Part } from '../../../../src/desk/pass-on/parts.ts';
import { sampleReferral } from '../../../samples/referral.ts';

const referral = sampleReferral({
  ...{
    who: 'known',
    danger: 'yes',
    age: 'minor',
    when: 'now',
    reach: 'no',
    speaks: 'other',
    speaksOther: 'Tigrinya',
  },
  ...{ happening: ['debt'], place: 'Gent', callName: 'Zoë', story: 'Long.' },
  answer: { way: 'call', times: ['night'], number: '0488', otherVoice: 'hang-up', voicemail: true },
});
const some = (...parts: Part[]) => answersOf(referral, new Set(parts));

it('lets nothing go along by itself that finds the person', () => {
  const { answer, ...rest } = some(...AT_FIRST);
  expect(answer).toEqual({ way: 'call', times: ['night'], otherVoice: 'hang-up', voicemail: true });
  expect(rest).toEqual({
    ...{ who: 'known', danger: 'yes', age: 'minor', when: 'now', reach: 'no' },
    ...{ speaks: 'other', speaksOther: 'Tigrinya', formLanguage: 'nl', happening: ['debt'] },
  });
});

it('lets no number go without the rule by which it may be called', () => {
  expect(some('number')).toEqual({ answer: referral.answer });
});

it('lets each part go by itself, and all of them make the whole', () => {
  expect(some()).toEqual({});
  expect(some('place')).toEqual({ place: 'Gent' });
  expect(some('story')).toEqual({ story: 'Long.' });
  expect(some('callName')).toEqual({ callName: 'Zoë' });
  const { v: _v, kind: _kind, thread: _thread, id: _id, at: _at, mailbox: _mailbox, ...all } = referral;
  expect(some(...PARTS)).toEqual(all);
});

it('offers only what there is', () => {
  expect(PARTS.filter((part) => hasPart(referral, part))).toEqual([...PARTS]);
  expect(PARTS.filter((part) => hasPart(sampleReferral(), part))).toEqual(['person', 'contact', 'language']);
});
