import { describe, expect, it } from 'vitest';
import { readNumber, telephoneLink } from '../../../../src/desk/contact/telephone-link.ts';

/** Number as typed, what is dialled, its country and kind. */
const CALLABLE: [string, string, string | null, string][] = [
  ['0488/12.34.56', '0488123456', 'BE', 'mobile'],
  ['0488 12 34 56', '0488123456', 'BE', 'mobile'],
  ['0488-12-34-56', '0488123456', 'BE', 'mobile'],
  ['0488\u201112\u201134\u201156', '0488123456', 'BE', 'mobile'],
  ['0488\u00a012\u202f34\u200956', '0488123456', 'BE', 'mobile'],
  ['(0488) 12 34 56', '0488123456', 'BE', 'mobile'],
  ['  0488123456\n', '0488123456', 'BE', 'mobile'],
  ['+32 488 12 34 56', '+32488123456', 'BE', 'mobile'],
  ['+32 (0)488 12 34 56', '+32488123456', 'BE', 'mobile'],
  ['+32(0)488/12.34.56'.replace('/', ' '), '+32488123456', 'BE', 'mobile'],
  ['0032 488 12 34 56', '+32488123456', 'BE', 'mobile'],
  ['0032 2 511 64 64', '+3225116464', 'BE', 'fixed'],
  ['02 511 64 64', '025116464', 'BE', 'fixed'],
  ['02/511.64.64', '025116464', 'BE', 'fixed'],
  // A slip that reached nobody: the zero stays out behind a country's code, where that country has none.
  ['+32 0488 12 34 56', '+32488123456', 'BE', 'mobile'],
  ['0032 0488 12 34 56', '+32488123456', 'BE', 'mobile'],
  ['+31 06 12345678', '+31612345678', 'NL', 'mobile'],
  // Italy keeps its zero.
  ['+39 06 1234 5678', '+390612345678', 'IT', 'fixed'],
  ['+40 721 234 567', '+40721234567', 'RO', 'mobile'],
  ['0040 721 234 567', '+40721234567', 'RO', 'mobile'],
  ['+33 6 12 34 56 78', '+33612345678', 'FR', 'mobile'],
  ['+44 7400 123456', '+447400123456', 'GB', 'mobile'],
  ['+1 212 555 0123', '+12125550123', 'US', 'either'],
  ['٠٤٨٨١٢٣٤٥٦', '0488123456', 'BE', 'mobile'],
  ['۰۴۸۸ ۱۲ ۳۴ ۵۶', '0488123456', 'BE', 'mobile'],
  ['０４８８１２３４５６', '0488123456', 'BE', 'mobile'],
  ['०४८८ १२ ३४ ५६', '0488123456', 'BE', 'mobile'],
  ['০৪৮৮১২৩৪৫৬', '0488123456', 'BE', 'mobile'],
  ['0800 12 345', '080012345', 'BE', 'free'],
  ['078 055 800', '078055800', 'BE', 'company'],
  // Address books wrap what is copied from them.
  ['\u202a+32 488 12 34 56\u202c', '+32488123456', 'BE', 'mobile'],
  ['\u2068+32 488 12 34 56\u2069', '+32488123456', 'BE', 'mobile'],
  ['\u200e0488 12 34 56\u200f', '0488123456', 'BE', 'mobile'],
  ['\ufeff\u2068 0488 12 34 56 \u2069\u200b', '0488123456', 'BE', 'mobile'],
  // Not a number of Belgium as it stands: nobody can say whose it is.
  ['0612345678', '0612345678', null, 'unknown'],
  ['488123456', '488123456', null, 'unknown'],
  ['32488123456', '32488123456', null, 'unknown'],
  ['+32 488 12 34 56 7', '+324881234567', 'BE', 'unknown'],
];

describe('a number as somebody typed it', () => {
  it.each(CALLABLE)('%j dials %s', (typed, dialled, country, kind) => {
    const number = readNumber(typed);
    expect(number).toEqual({ ok: true, dialled, country: kind === 'unknown' ? null : country, kind });
    expect(telephoneLink(typed)).toBe(`tel:${dialled}`);
  });

  it.each([
    ['02 511 64 64 / 0488 12 34 56'],
    ['0488 12 34 56 of 0489 12 34 56'],
    ['0488 12 34 56, 0489 12 34 56'],
    ['0488 12 34 56\n0489 12 34 56'],
    ['vraag naar Sami'],
    ['0488 12 34 56 Sami'],
    ['0488 12 34 56 ext 3'],
    ['0488123456;ext=3'],
    ['0488123456,,1'],
    ['*#06#'],
    ['**21*0488123456#'],
    ['*100*0488123456#'],
    ['#31#0488123456'],
    ['O488 12 34 56'],
    ['0488 l2 34 56'],
    ['+32+488123456'],
    ['112'],
    ['0488'],
    [''],
    ['+'],
    ['()'],
  ])('%j is not plainly one number', (typed) => {
    expect(readNumber(typed)).toEqual({ ok: false, why: 'unclear' });
    expect(telephoneLink(typed)).toBeNull();
  });
});

describe('characters that are not seen', () => {
  it.each([
    ['0470 \u202e65\u202c34 12'],
    ['\u202e654321 8840'],
    ['\u202e90 21 55 0740'],
    ['\u202e0740 55 21 90\u202c'],
    ['\u202d0488 12 34 56\u202c'],
    ['\u2067 0488 12 34 56'],
    ['0488 \u206612 34\u2069 56'],
    ['\u2068\u202e0488 12 34 56\u202c\u2069'],
    ['0488\u200b123456'],
    ['0488\u00ad123456'],
    ['0488\u2060 12 34 56'],
    ['0488\u200f 12 34 56'],
    ['0488\u000012 34 56'],
    ['0488\u{e0031}123456'],
    ['0488\ufe0f123456'],
  ])('in %j are a reason to dial nothing', (typed) => {
    expect(readNumber(typed)).toEqual({ ok: false, why: 'hidden' });
    expect(telephoneLink(typed)).toBeNull();
  });
});

describe('a number that costs more than a call', () => {
  it.each([
    ['0903 12 345'],
    ['0900-12345'],
    ['0903 99 999 9'],
    ['090 212345678'],
    ['070 22 22 22'],
    ['+32 70 22 22 22'],
    ['0032 903 12 345'],
    ['+32 0903 12 345'],
    ['+31 900 123456'],
    ['+33 899 12 34 56'],
    ['+44 909 879 0000'],
    // Networks ignore the digits that are too many.
    ['+44 909 879 000012'],
    ['+33 899 12 34 56 7'],
    ['+1 900 555 1234'],
    ['+882 16 1234567'],
    ['+88213300655'],
    ['+881 6 12345678'],
    ['+870 772 001 234'],
    ['+883 5100 0123 4567'],
    ['+888 123 456 789'],
    ['+979 123456789'],
    ['+979 12345678'],
    ['00979123456789'],
    ['+808 1234 5678'],
    ['+878 10 1234567890'.slice(0, 17)],
    ['\u2068+979 123456789\u2069'],
  ])('%j is never one tap away', (typed) => {
    expect(readNumber(typed)).toMatchObject({ ok: false, why: 'paid' });
    expect(telephoneLink(typed)).toBeNull();
  });

  it('but a satellite or paid code is not seen in an honest number', () => {
    for (const typed of ['+88 0488123456', '0881 23 45 67', '+32 88 12 34 56']) {
      expect(readNumber(typed)).not.toMatchObject({ why: 'hidden' });
    }
    expect(readNumber('+880 1812 345678')).toMatchObject({ ok: true, country: 'BD', kind: 'mobile' });
    expect(readNumber('+886 912 345 678')).toMatchObject({ ok: true, country: 'TW', kind: 'mobile' });
  });
});
