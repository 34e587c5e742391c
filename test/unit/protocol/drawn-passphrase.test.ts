import { describe, expect, it } from 'vitest';
import {
  canonicalPassphrase,
  drawPassphrase,
  SYLLABLE_COUNT,
  SYLLABLES,
} from '../../../src/protocol/keys/drawn-passphrase.ts';

describe('a drawn passphrase', () => {
  it('carries at least 75 bits', () => {
    expect(new Set(SYLLABLES).size).toBe(SYLLABLES.length);
    expect(SYLLABLE_COUNT * Math.log2(SYLLABLES.length)).toBeGreaterThanOrEqual(75);
  });

  it('has four groups of three syllables, of letters that every keyboard of the three languages has', () => {
    for (let count = 0; count < 50; count++) {
      expect(drawPassphrase()).toMatch(/^[bdfgjklmnprstvwzaeiou]{6}( [bdfgjklmnprstvwzaeiou]{6}){3}$/);
    }
  });

  it('gives every syllable the same share of the bytes that it takes', () => {
    const shares = new Map<string, number>();
    for (let value = 0; value < 256; value++) {
      const bytes = [value];
      const first = drawPassphrase((into) => into.fill(bytes.shift() ?? 0)).slice(0, 2);
      // From 240 on a byte is drawn again, and the next one here is 0: that is no share of its own.
      if (value < 240) shares.set(first, (shares.get(first) ?? 0) + 1);
      else expect(first).toBe(SYLLABLES[0]);
    }
    expect(shares.size).toBe(SYLLABLES.length);
    expect(new Set(shares.values())).toEqual(new Set([3]));
  });
});

it('draws again what would favour some syllables', () => {
  expect(drawPassphrase((bytes) => bytes.fill(0))).toBe('bababa bababa bababa bababa');
  const bytes = [255, 240, 1];
  const drawn = drawPassphrase((into) => into.fill(bytes.shift() ?? 0));
  expect(drawn).toBe('bebaba bababa bababa bababa');
});

describe('the one spelling of a passphrase', () => {
  const drawn = 'bakomi tuleva rosidu zofanu';

  it.each([
    drawn,
    'BAKOMI TULEVA ROSIDU ZOFANU',
    '  Bakomi  tuleva\u00a0rosidu\tzofanu ',
    'bakomitulevarosiduzofanu',
    'bakomi-tuleva-rosidu-zofanu',
    'ba ko mi tu le va ro si du zo fa nu',
    'bakomi tuleva\u200b rosidu zofanu',
    'ｂakomi tuleva rosidu zofanu',
  ])('takes “%s” for what was drawn', (typed) => expect(canonicalPassphrase(typed)).toBe(drawn));

  it('leaves every other one its letters, capitals and hyphens', () => {
    expect(canonicalPassphrase(' Correct-Horse  battery\tstaple ')).toBe('Correct-Horse battery staple');
    expect(canonicalPassphrase('bakomi tuleva rosidu zofan')).toBe('bakomi tuleva rosidu zofan');
    expect(canonicalPassphrase('bakomi tuleva rosidu zofanu ba')).toBe('bakomi tuleva rosidu zofanu ba');
  });

  it('leaves what is drawn as it is', () => {
    for (let count = 0; count < 50; count++) {
      const passphrase = drawPassphrase();
      expect(canonicalPassphrase(passphrase)).toBe(passphrase);
    }
  });
});
