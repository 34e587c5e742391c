import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigit,
  drawReceiptCode,
  RECEIPT_DIGITS,
  readReceiptCode,
  receiptGroups,
} from '../../../src/protocol/receipt.ts';

const fifteenDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 })
  .map((digits) => digits.join(''));
const anyCode = fifteenDigits.map((digits) => digits + checkDigit(digits));

describe('a receipt code', () => {
  it('has the check digit of ISO/IEC 7064 MOD 11,10', () => {
    // The example of the standard: 0794 has the check digit 5.
    expect(checkDigit('0794')).toBe('5');
  });

  it('is drawn valid, and is shown as four groups of four', () => {
    for (let draw = 0; draw < 200; draw++) {
      const code = drawReceiptCode();
      expect(code).toMatch(/^\d{16}$/);
      expect(readReceiptCode(code)).toEqual({ ok: true, code });
      expect(receiptGroups(code).join('')).toBe(code);
      expect(receiptGroups(code).map((group) => group.length)).toEqual([4, 4, 4, 4]);
    }
  });

  it('is drawn with every digit about as often', () => {
    const digits = Array.from({ length: 2000 }, () => drawReceiptCode().slice(0, RECEIPT_DIGITS - 1)).join(
      '',
    );
    const counts = Array.from('0123456789', (digit) => digits.split(digit).length - 1);
    // 30,000 digits, 3,000 of each expected, standard deviation 52: six of them on either side.
    for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(312);
  });

  it('is read with any spaces, dashes and dots, and in Arabic, Persian and full-width digits', () => {
    const code = '4827193066540212';
    const spellings = [
      '4827 1930 6654 0212',
      ' 4827-1930-6654-0212\n',
      '4827.1930.6654.0212',
      '٤٨٢٧ ١٩٣٠ ٦٦٥٤ ٠٢١٢',
      '۴۸۲۷ ۱۹۳۰ ۶۶۵۴ ۰۲۱۲',
      '４８２７　１９３０　６６５４　０２１２',
    ];
    for (const typed of spellings) expect(readReceiptCode(typed)).toEqual({ ok: true, code });
  });

  it('with one wrong digit is found out', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(15), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const wrong = String((Number(code[at]) + shift) % 10);
        const typed = code.slice(0, at) + wrong + code.slice(at + 1);
        expect(readReceiptCode(typed)).toEqual({ ok: false, code: 'receipt_check' });
      }),
    );
  });

  it.each(['', '1', '482719306654021', '48271930665402122', 'abcd efgh ijkl mnop', '4827 1930 6654 021x'])(
    'is not %j',
    (typed) => expect(readReceiptCode(typed)).toEqual({ ok: false, code: 'receipt_length' }),
  );
});
