import { expect, it } from 'vitest';
import { newlyJoined } from '../../../../src/desk/acts/join-cases.ts';
import { joinedWith, partedFrom, UNTOUCHED } from '../../../../src/desk/state/stand.ts';
import { MOST_SAME } from '../../../../src/protocol/items/most-same.ts';

it('tells with which cases one was joined, and from which it was parted', () => {
  const joined = joinedWith(joinedWith(UNTOUCHED, 'a'), 'b');
  expect(newlyJoined(UNTOUCHED, joined)).toEqual({ joined: ['a', 'b'], parted: [] });
  expect(newlyJoined(joined, partedFrom(joined, 'a'))).toEqual({ joined: [], parted: ['a'] });
  expect(newlyJoined(joined, UNTOUCHED)).toEqual({ joined: [], parted: ['a', 'b'] });
});

it('says each case once, and nothing where it is parted from the last', () => {
  const twice = joinedWith(joinedWith(UNTOUCHED, 'a'), 'a');
  expect(twice.same).toEqual(['a']);
  expect(partedFrom(twice, 'a')).toEqual(UNTOUCHED);
});

it('keeps the newest where there are more than a state may name', () => {
  const many = Array.from({ length: MOST_SAME + 1 }, (_, at) => String(at)).reduce(joinedWith, UNTOUCHED);
  expect([many.same?.length, many.same?.at(-1)]).toEqual([MOST_SAME, String(MOST_SAME)]);
});
