import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { references } from '../../../src/desk/case/reference.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';

describe('references', () => {
  it('are four signs without look-alikes, the same for the same id', () => {
    const ids = Array.from({ length: 300 }, randomId);
    const names = references(ids);
    for (const id of ids) expect(names.get(id)).toMatch(/^[23456789CDFHJKMNPQRTVWXY]{4,16}$/);
    expect(references([ids[0] ?? '']).get(ids[0] ?? '')).toHaveLength(4);
    expect(names).toEqual(references([...ids].reverse()));
  });

  it('lengthen where two would be the same, and begin with what was said before', () => {
    const twins = ['AAAAAAAAAAAAAAAAAAAAAA', 'AAAAAAABAAAAAAAAAAAAAA'];
    const alone = references(twins.slice(0, 1)).get(twins[0] ?? '');
    const together = references(twins);
    expect(alone).toBe('2222');
    expect([together.get(twins[0] ?? ''), together.get(twins[1] ?? '')]).toEqual(['222222', '222223']);
  });

  it('tell every case from every other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...Array.from({ length: 2000 }, randomId))), (ids) => {
        const names = [...references(ids).values()];
        for (const name of names) expect(names.filter((other) => other.startsWith(name))).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });
});
