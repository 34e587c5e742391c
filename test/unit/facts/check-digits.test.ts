import { describe, expect, test } from 'vitest';
import {
  isBelgianIban,
  isStructuredCommunication,
  structuredCommunication,
} from '../../../src/facts/check-digits.ts';

describe('a Belgian IBAN', () => {
  test.each(['BE68 5390 0754 7034', 'BE71096123456769', 'BE20 0011 7035 9156'])('%s fits', (iban) => {
    expect(isBelgianIban(iban)).toBe(true);
  });

  test.each(['BE68 5390 0754 7035', 'BE86 5390 0754 7034', 'NL91 ABNA 0417 1643 00', 'BE68', ''])(
    '%s does not',
    (iban) => {
      expect(isBelgianIban(iban)).toBe(false);
    },
  );
});

describe('a structured communication', () => {
  // The bank's own example, and the case where the remainder is 0 and the check digits are 97.
  test.each([
    ['0909337554', '+++090/9337/55493+++'],
    ['0000000097', '+++000/0000/09797+++'],
    ['0000000001', '+++000/0000/00101+++'],
  ])('%s becomes %s', (digits, written) => {
    expect(structuredCommunication(digits)).toBe(written);
    expect(isStructuredCommunication(written)).toBe(true);
  });

  test('every single wrong digit is found', () => {
    const written = structuredCommunication('1994000001');
    for (const [index, character] of [...written].entries()) {
      if (!/\d/.test(character)) continue;
      for (const digit of '0123456789'.replace(character, '')) {
        expect(isStructuredCommunication(written.slice(0, index) + digit + written.slice(index + 1))).toBe(
          false,
        );
      }
    }
  });

  test.each(['123', '12345678901', 'abcdefghij', ''])('“%s” is refused', (digits) => {
    expect(() => structuredCommunication(digits)).toThrow('ten digits');
  });
});
