import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, equalBytes, fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';

describe('base64url', () => {
  it('is what Node writes, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('takes an envelope of the largest size', () => {
    const bytes = new Uint8Array(65_593).fill(255);
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
  });

  it.each(['A', 'AB', '=', 'QQ==', 'Q Q', 'QQ\n', 'Q+Q', 'Q/Q', 'é'])('refuses %j', (text) => {
    expect(fromBase64url(text)).toBeNull();
  });
});

describe('bytes', () => {
  it('are equal when all of them are', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(equalBytes(a, a.slice())).toBe(true);
        expect(concatBytes(a, b)).toEqual(Uint8Array.from([...a, ...b]));
      }),
    );
  });
});
