import { expect, it } from 'vitest';
import { filledText, givenOf, NOT_FILLED, readFilled } from '../../../../src/desk/pass-on/filled.ts';
import { referral } from '../surroundings.ts';

const filled = { ...NOT_FILLED, to: 'payoke', agrees: 'yes', how: 'by telephone' } as const;

it('is read as it was kept over the lock', () => {
  expect(readFilled(filledText({ ...filled, parts: ['person', 'number'] }))).toEqual({
    ...filled,
    parts: ['person', 'number'],
  });
});

it.each([null, '', '{', '{"to":"nobody"}'])('begins anew where %s was kept', (text) => {
  expect(readFilled(text)).toEqual(NOT_FILLED);
});

it('is whole with to whom, and how the person agreed', () => {
  const by = { id: 'A'.repeat(22), name: 'Ana' };
  expect(givenOf(filled, referral(), by)).toMatchObject({ to: 'payoke', consent: { given: true } });
  expect(givenOf({ ...filled, how: ' ' }, referral(), by)).toBeNull();
  expect(givenOf({ ...filled, to: 'other' }, referral(), by)).toBeNull();
});
