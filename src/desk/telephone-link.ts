/**
 * The `tel:` address of a number as someone typed it, or null when the text is not plainly one number: two numbers,
 * an extension or words. Then a person must read it, since a wrong digit reaches a wrong person.
 */
export function telephoneLink(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    // Address books wrap what is copied from them in marks of direction.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    // A Belgian prefix may end in a slash; a slash further on means a second number.
    .replace(/^(0\d{1,3})\//, '$1')
    .replace(/^(\+[\d\s]*)\(0\)/, '$1');
  if (!/^\+?[\d\s().\-\u2010-\u2015]+$/.test(digits)) return null;
  const number = digits.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return /^\+?\d{8,15}$/.test(number) ? `tel:${number}` : null;
}
