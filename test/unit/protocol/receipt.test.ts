import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  checkDigit,
  drawReceiptCode,
  RECEIPT_DIGITS,
  readReceiptCode,
  receiptGroups,
} from '../../../src/protocol/seal/receipt.ts';

const fifteenDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 })
  .map((digits) => digits.join(''));
const anyCode = fifteenDigits.map((digits) => digits + checkDigit(digits));

afterEach(() => vi.restoreAllMocks());

/** Lets the bytes that are drawn be these, in turn. */
function drawing(bytes: readonly number[]): void {
  const rest = bytes.values();
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (!(array instanceof Uint8Array)) throw new TypeError('bytes are drawn one by one');
    array.forEach((_, at) => {
      const { value, done } = rest.next();
      if (done) throw new RangeError('more bytes are drawn than there are');
      array[at] = value;
    });
    return array;
  });
}

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

  it('takes each digit from 25 of the values of a byte, and draws again for the 6 that are left', () => {
    const uneven = [250, 251, 252, 253, 254, 255];
    const even = Array.from({ length: 250 }, (_, value) => value);
    drawing([...uneven, ...even, ...even.slice(0, 5)]);
    const digits = Array.from({ length: 17 }, () => drawReceiptCode().slice(0, RECEIPT_DIGITS - 1)).join('');
    expect(digits).toBe(`${'0123456789'.repeat(25)}01234`);
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

  it.each([
    ['', 0],
    ['1', 1],
    ['482719306654021', 15],
    ['4827 1930 6654 021x', 15],
    ['4827 l930 6654 02', 14],
    ['48271930665402122', 17],
    ['abcd efgh ijkl mnop', 0],
    ['il faut 482719306654021', 15],
  ])('is not %j, of which it says how many digits it has', (typed, count) =>
    expect(readReceiptCode(typed)).toEqual({ ok: false, code: 'receipt_length', count }),
  );
});

const CODE = '4827193066540212';
const groups = receiptGroups(CODE);

/** The code in the digits that begin at a character, in groups of four. */
const inDigitsFrom = (zero: number) =>
  groups
    .map((group) => Array.from(group, (digit) => String.fromCodePoint(zero + Number(digit))).join(''))
    .join(' ');

/** How the code reaches us, by what does it so. */
const WAYS: Record<string, string> = {
  'as it is': CODE,
  'in groups': groups.join(' '),
  'no-break spaces (Word)': groups.join('\u00a0'),
  'narrow no-break spaces': groups.join('\u202f'),
  'thin spaces': groups.join('\u2009'),
  'ideographic spaces': groups.join('\u3000'),
  'line breaks and tabs': `\t${groups.join('\r\n')}\n`,
  hyphens: groups.join('-'),
  'no-break hyphens': groups.join('\u2011'),
  'en dashes': groups.join('–'),
  'minus signs': groups.join('\u2212'),
  'soft hyphens': groups.join('\u00ad'),
  dots: groups.join('.'),
  'a final full stop': `${groups.join(' ')}.`,
  commas: groups.join(','),
  slashes: groups.join('/'),
  underscores: groups.join('_'),
  'middle dots': groups.join('·'),
  'vertical bars': groups.join(' | '),
  'isolates (WhatsApp, iOS)': `\u2068${groups.join(' ')}\u2069`,
  'left-to-right isolate': `\u2066${CODE}\u2069`,
  'embedding (address books)': `\u202a${groups.join(' ')}\u202c`,
  'overrides in front': `\u202d${CODE}\u202c`,
  'left-to-right marks': groups.join('\u200e'),
  'Arabic letter mark': `\u061c${CODE}`,
  'zero-width spaces': groups.join('\u200b'),
  'zero-width joiners': groups.join('\u200d'),
  'zero-width non-joiners': groups.join('\u200c'),
  'word joiners': groups.join('\u2060'),
  'byte order mark': `\ufeff${CODE}`,
  'variation selectors (keycaps)': Array.from(CODE, (digit) => `${digit}\ufe0f\u20e3`).join(''),
  'straight quotes': `"${CODE}"`,
  'curly quotes': `“${groups.join(' ')}”`,
  guillemets: `«\u00a0${CODE}\u00a0»`,
  brackets: `[${CODE}]`,
  parentheses: groups.map((group) => `(${group})`).join(''),
  'a label': `Code: ${groups.join(' ')}`,
  'a label stuck to it': `Code${CODE}`,
  'a sentence': `Mijn code is ${groups.join(' ')}, bewaar hem goed`,
  'a sentence in which a word is a letter like 1': `I wrote down ${groups.join(' ')}`,
  'an Arabic label': `الرمز: ${inDigitsFrom(0x0660)}`,
  'Arabic-Indic digits': inDigitsFrom(0x0660),
  'Persian digits': inDigitsFrom(0x06f0),
  'Devanagari digits': inDigitsFrom(0x0966),
  'Bengali digits': inDigitsFrom(0x09e6),
  'Gurmukhi digits': inDigitsFrom(0x0a66),
  'Tamil digits': inDigitsFrom(0x0be6),
  'Thai digits': inDigitsFrom(0x0e50),
  'Tibetan digits': inDigitsFrom(0x0f20),
  'Burmese digits': inDigitsFrom(0x1040),
  'Khmer digits': inDigitsFrom(0x17e0),
  'Mongolian digits': inDigitsFrom(0x1810),
  'full-width digits': inDigitsFrom(0xff10),
  'Adlam digits': inDigitsFrom(0x1e950),
  'bold mathematical digits': inDigitsFrom(0x1d7ce),
  'monospace mathematical digits': inDigitsFrom(0x1d7f6),
  'several scripts': `${inDigitsFrom(0x06f0).slice(0, 9)} ${CODE.slice(8)}`,
  'the letter O for 0': groups.join(' ').replaceAll('0', 'O'),
  'a small o for 0': groups.join(' ').replaceAll('0', 'o'),
  'the letter l for 1': groups.join(' ').replaceAll('1', 'l'),
  'a capital I for 1': CODE.replaceAll('1', 'I'),
  'Cyrillic О and І': groups.join('-').replaceAll('0', 'О').replaceAll('1', 'І'),
  'O for 0, with left-to-right marks': groups.join('\u200e').replaceAll('0', 'O'),
  'O for 0 behind a label': `Code: ${groups.join(' ').replaceAll('0', 'O')}`,
  'one by one, with an O alone': Array.from(CODE, (digit) => (digit === '0' ? 'O' : digit)).join(' '),
};

describe('reading a receipt code that somebody typed or pasted', () => {
  it.each(Object.entries(WAYS))('reads it with %s', (_way, typed) => {
    expect(readReceiptCode(typed)).toEqual({ ok: true, code: CODE });
  });

  it('reads the decimal digits of every script that Unicode has', () => {
    const scripts: number[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const isDigit = /\p{Nd}/u.test(String.fromCodePoint(code));
      const last = scripts.at(-1);
      if (isDigit && (last === undefined || code >= last + 10)) scripts.push(code);
    }
    expect(scripts.length).toBeGreaterThan(60);
    for (const zero of scripts) {
      expect([zero.toString(16), readReceiptCode(inDigitsFrom(zero))]).toEqual([
        zero.toString(16),
        { ok: true, code: CODE },
      ]);
    }
  });
});
