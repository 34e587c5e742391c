import { describe, expect, it } from 'vitest';
import { REFERRAL_LIMITS } from '../../../src/protocol/items/kinds/referral.ts';
import { REFERRAL_QUESTIONS, type ReferralAnswers } from '../../../src/questions/referral.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { findErrors as find } from '../../../src/reporter/sealed-form/answers/find-errors.ts';
import { LEAST, NOTHING } from '../../samples/referral-answers.ts';

const findErrors = (answers: ReferralAnswers) => find(REFERRAL_QUESTIONS, answers);

describe('findErrors', () => {
  it('asks for who and danger, in the order of the form, and for nothing else', () => {
    expect(findErrors(NOTHING)).toEqual([
      { field: 'who', code: 'missing' },
      { field: 'danger', code: 'missing' },
    ]);
    expect(findErrors(LEAST)).toEqual([]);
  });

  it.each(['call', 'call-trusted'] as const)('asks for a number with %s', (way) => {
    const missing = [{ field: 'number', code: 'missing' }];
    expect(findErrors({ ...LEAST, way })).toEqual(missing);
    expect(findErrors({ ...LEAST, way, number: 'my sister' })).toEqual(missing);
    expect(findErrors({ ...LEAST, way, number: '+32 (0)488/12.34.56' })).toEqual([]);
    expect(findErrors({ ...LEAST, way, number: '٠٤٨٨١٢٣٤٥٦' })).toEqual([]);
  });

  it.each(['mailbox', 'will-call', 'unsure', null] as const)('asks for no number with %s', (way) => {
    expect(findErrors({ ...LEAST, way })).toEqual([]);
  });

  it('finds a text that is too long only where it would be sent', () => {
    const limit = REFERRAL_LIMITS.story;
    expect(findErrors({ ...LEAST, story: 'x'.repeat(limit) })).toEqual([]);
    expect(findErrors({ ...LEAST, story: 'x'.repeat(limit + 1) })).toEqual([
      { field: 'story', code: 'long', over: 1 },
    ]);
    expect(findErrors({ ...LEAST, number: '1'.repeat(1000), speaksOther: 'x'.repeat(1000) })).toEqual([]);
  });

  it.each([
    ['', '3', []],
    ['2', '', []],
    ['2', '2', []],
    ['2', '3', [{ field: 'minors', code: 'part', whole: 2 }]],
    // Said once, where it is wrong.
    ['two', '3', [{ field: 'people', code: 'range', least: 1, most: 50 }]],
    ['2', '51', [{ field: 'minors', code: 'range', least: 0, most: 50 }]],
  ])('of %s people takes %s minors, or says that they are more', (people, minors, errors) => {
    const least = { service: 'OCMW', number: '02 000 00 00', danger: 'no', consent: 'unasked' };
    expect(find(WORK_QUESTIONS, { ...least, people, minors })).toEqual(errors);
  });
});
