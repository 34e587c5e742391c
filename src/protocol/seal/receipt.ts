import { withPlainDigits } from '../wire/decimal-digits.ts';

const RANDOM_DIGITS = 15;

/** Digits of a receipt code: 15 random ones (just under 50 bits) and a check digit. */
export const RECEIPT_DIGITS = RANDOM_DIGITS + 1;

/** The check digit of decimal digits after ISO/IEC 7064, MOD 11,10: any one wrong digit is found. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Draws a receipt code: 16 digits without spaces. Each of the first 15 is uniformly random. */
export function drawReceiptCode(): string {
  let digits = '';
  while (digits.length < RANDOM_DIGITS) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // Bytes from 250 on would make the digits 0 to 5 likelier than the others.
    if (byte < 250) digits += String(byte % 10);
  }
  return digits + checkDigit(digits);
}

/** A receipt code as it is shown and said: four groups of four digits. */
export function receiptGroups(code: string): string[] {
  return code.match(/.{4}/g) ?? [];
}

/** Why a text is no receipt code: not 16 digits but `count`, or a check digit that tells of a slip of the pen. */
export type ReceiptFault = { code: 'receipt_length'; count: number } | { code: 'receipt_check' };

/** Letters that are written and read as digits, also those of Cyrillic and Greek that look like them. */
const LOOKALIKES: Record<string, string> = {
  ...Object.fromEntries(Array.from('OoОоΟο', (letter) => [letter, '0'])),
  ...Object.fromEntries(Array.from('IilІіΙι', (letter) => [letter, '1'])),
};

/**
 * Reads a receipt code as someone typed or pasted it: in the decimal digits of any script, and with whatever a keyboard,
 * a messenger or an address book puts around them, seen or not. Words beside the digits don't count; a letter that looks
 * like a digit and stands among digits does, where only that makes a code of 16.
 */
export function readReceiptCode(typed: string): { ok: true; code: string } | ({ ok: false } & ReceiptFault) {
  const plain = withPlainDigits(typed.normalize('NFKC'));
  const exact = plain.replace(/[^0-9]/g, '');
  const code = exact.length === RECEIPT_DIGITS ? exact : readLookalikes(plain);
  if (code.length !== RECEIPT_DIGITS) return { ok: false, code: 'receipt_length', count: code.length };
  if (checkDigit(code.slice(0, RANDOM_DIGITS)) !== code.at(-1)) return { ok: false, code: 'receipt_check' };
  return { ok: true, code };
}

/** The digits of a text, counting letters that look like one and stand among digits or alone. */
function readLookalikes(plain: string): string {
  // Neither marks nor characters that are not seen part a group of digits; spaces and signs do.
  const groups = plain.replace(/[\p{M}\p{Cf}]/gu, '').split(/[^\p{L}0-9]+/u);
  return groups
    .map((group) => {
      const read = Array.from(group, (character) => LOOKALIKES[character] ?? character).join('');
      const amongDigits = /[0-9]/.test(group) || group.length === 1;
      return amongDigits && /^[0-9]*$/.test(read) ? read : group.replace(/[^0-9]/g, '');
    })
    .join('');
}
