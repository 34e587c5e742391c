import { expect, it } from 'vitest';
import { followed, isVouchedBy } from '../../../../src/desk/key-change/holders.ts';
import type { KeyHolder } from '../../../../src/protocol/wire/api/keys.ts';

const holder = (more: Partial<KeyHolder>): KeyHolder => ({
  ...{ id: 'A'.repeat(22), name: 'Ana', boxKey: 'A'.repeat(43) },
  ...{ vouch: null, ways: [], waiting: [] },
  ...more,
});

it('counts the ways in whose vault has the newest key: one of which nobody has said does not', () => {
  expect(followed(holder({ ways: ['new', null, 'old', 'new'], waiting: ['new'] }), 'new')).toEqual({
    ...{ has: 2, of: 4, waiting: true },
  });
  expect(followed(holder({ ways: ['old'], waiting: ['older'] }), 'new')).toEqual({
    has: 0,
    of: 1,
    waiting: false,
  });
});

it('takes only the word of the newest key for an own key: who holds an older one may have left', () => {
  const vouch = (keyId: string) => holder({ vouch: { keyId, signature: 'A'.repeat(86) } });
  expect([vouch('new'), vouch('old'), holder({})].map((one) => isVouchedBy(one, 'new'))).toEqual([
    true,
    false,
    false,
  ]);
});
