import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Numbers that are dialled as they are, in Belgium: 112, 1722, 116 000. No list of countries' numbers has them. */
const SHORT = /^(1\d{2,3}|116\d{3})$/;

/** How a number is written: its digits in groups with a space between them; from abroad with + and the country. */
const GROUPS = /^(\+\d{1,3}( \d{1,4})+|\d{2,4}( \d{2,4})*)$/;

/**
 * What is wrong with a telephone number of Belgium, or of another country if it begins with +; nothing where it can be
 * dialled. It is checked against the lengths and kinds that each country has (libphonenumber): 02 511 64 64 has nine
 * digits, a mobile number ten, 0800 and 078 nine.
 */
export function telephoneFault(written: string): string | undefined {
  if (!GROUPS.test(written))
    return 'write its digits in groups with one space between them, as in 02 511 64 64';
  const digits = written.replaceAll(' ', '');
  if (SHORT.test(digits)) return undefined;
  if (/^\+320/.test(digits)) return 'after +32 the number has no 0 at its beginning, as in +32 2 511 64 64';
  if (parsePhoneNumberFromString(digits, 'BE')?.isValid()) return undefined;
  const count = digits.replace(/\D/g, '').length;
  return (
    `it has ${count} digits, and no number like it has so many, or it begins as no number does. Is a digit missing, ` +
    'too many or wrong? A Belgian number has nine digits, a mobile one ten, short ones three, four or six'
  );
}

/** A number as a `tel:` link dials it: with +32, so that a foreign telephone reaches it; short ones as they are. */
export function dialled(written: string): string {
  const digits = written.replaceAll(' ', '');
  if (SHORT.test(digits)) return digits;
  const number = parsePhoneNumberFromString(digits, 'BE')?.number;
  if (!number) throw new Error(`${written} can't be dialled`);
  return number;
}
