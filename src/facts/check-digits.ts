/** The digits or letters of a written number, without what only helps to read it. */
const bare = (written: string) => written.replace(/[^0-9A-Z]/g, '');

/** `digits` modulo 97, for numbers longer than JavaScript counts exactly. */
const modulo97 = (digits: string) => Number(BigInt(digits) % 97n);

/**
 * Whether an account number is a Belgian IBAN whose check digits fit (ISO 13616: the first four characters moved to
 * the end, letters as 10 to 35, modulo 97 is 1).
 */
export function isBelgianIban(written: string): boolean {
  const iban = bare(written);
  if (!/^BE\d{14}$/.test(iban)) return false;
  const moved = iban.slice(4) + iban.slice(0, 4);
  return modulo97(moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) === 1;
}

/**
 * The structured communication of a Belgian transfer for ten digits, as it is written: `+++DDD/DDDD/DDDDD+++`. Its
 * last two digits are the first ten modulo 97, or 97 where that is 0 (the banks' OGM-VCS format).
 */
export function structuredCommunication(tenDigits: string): string {
  if (!/^\d{10}$/.test(tenDigits)) throw new Error(`${tenDigits} is not ten digits`);
  const check = String(modulo97(tenDigits) || 97).padStart(2, '0');
  const [, ...groups] = /^(\d{3})(\d{4})(\d{5})$/.exec(tenDigits + check) ?? [];
  return `+++${groups.join('/')}+++`;
}

/** Whether a text is a structured communication, written as the banks write it, whose check digits fit. */
export function isStructuredCommunication(written: string): boolean {
  const tenDigits = bare(written).slice(0, 10);
  return /^\d{10}$/.test(tenDigits) && structuredCommunication(tenDigits) === written;
}

/**
 * Whether a Belgian enterprise number has check digits that fit: written 0DDD.DDD.DDD, its last two digits are 97 less
 * the first eight modulo 97 (Crossroads Bank for Enterprises).
 */
export function isEnterpriseNumber(written: string): boolean {
  if (!/^[01]\d{3}\.\d{3}\.\d{3}$/.test(written)) return false;
  const digits = bare(written);
  return 97 - modulo97(digits.slice(0, 8)) === Number(digits.slice(8));
}
