import { describe, expect, it } from 'vitest';
import { SYLLABLE_COUNT, SYLLABLES, suggestPassphrase } from '../../../src/desk/passphrase-suggestion.ts';

describe('a suggested passphrase', () => {
  it('carries at least 75 bits', () => {
    expect(new Set(SYLLABLES).size).toBe(SYLLABLES.length);
    expect(SYLLABLE_COUNT * Math.log2(SYLLABLES.length)).toBeGreaterThanOrEqual(75);
  });

  it('has four groups of three syllables, of letters that every keyboard of the three languages has', () => {
    for (let count = 0; count < 50; count++) {
      expect(suggestPassphrase()).toMatch(/^[bdfgjklmnprstvwzaeiou]{6}( [bdfgjklmnprstvwzaeiou]{6}){3}$/);
    }
  });

  it('gives every syllable the same share of the bytes that it takes', () => {
    const shares = new Map<string, number>();
    for (let value = 0; value < 256; value++) {
      const bytes = [value];
      const first = suggestPassphrase((into) => into.fill(bytes.shift() ?? 0)).slice(0, 2);
      // From 240 on a byte is drawn again, and the next one here is 0: that is no share of its own.
      if (value < 240) shares.set(first, (shares.get(first) ?? 0) + 1);
      else expect(first).toBe(SYLLABLES[0]);
    }
    expect(shares.size).toBe(SYLLABLES.length);
    expect(new Set(shares.values())).toEqual(new Set([3]));
  });
});
