import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { withPlainDigits } from '../../protocol/wire/decimal-digits.ts';
import { hasUnseen, trimUnseen } from './hidden-characters.ts';

/** What kind of number it is. `unknown`: one that its country does not use, or that lacks its country. */
export type NumberKind = 'mobile' | 'fixed' | 'either' | 'free' | 'internet' | 'company' | 'unknown';

/** What can be done with a number that somebody typed. */
export type TypedNumber =
  /** `dialled` is what a telephone dials: digits, after a plus where the country is in it. */
  | {
      ok: true;
      dialled: string;
      /** ISO 3166 code of its country, or null where it has none. */
      country: string | null;
      kind: NumberKind;
    }
  /**
   * `unclear`: not plainly one number. `hidden`: characters in it are not seen. `paid`: calling it costs the caller
   * more than a call, and pays somebody; `dialled` is there to be seen, never to be dialled by a tap.
   */
  | { ok: false; why: 'unclear' | 'hidden' }
  | { ok: false; why: 'paid'; dialled: string };

const KINDS: Record<string, NumberKind> = {
  MOBILE: 'mobile',
  PAGER: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'either',
  TOLL_FREE: 'free',
  VOIP: 'internet',
  UAN: 'company',
};

/** Kinds that cost the caller more than a call. */
const PAID = ['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER'];

/** Calling codes of satellites and of services of no country (ITU-T E.164), all but freephone (800). */
const PAID_CODES = ['808', '870', '878', '881', '882', '883', '888', '979'];

/** Belgian numbers that cost more, of whatever length they are typed (BIPT: 070 and 090). */
const PAID_IN_BELGIUM = /^(?:\+32|0)(?:70|90)/;

/** Fewest digits of a number's beginning that say what it costs. */
const SHORTEST = 6;

const parse = (number: string) => parsePhoneNumberFromString(number, 'BE');
const costs = (parsed: PhoneNumber | undefined) => PAID.includes(parsed?.getType() ?? '');

/** Whether a number costs more, also one that is longer than it should be: networks ignore what is too much. */
function isPaid(number: string, parsed: PhoneNumber | undefined): boolean {
  if (PAID_IN_BELGIUM.test(number) || costs(parsed)) return true;
  if (PAID_CODES.some((code) => number.startsWith(`+${code}`))) return true;
  if (parsed?.isValid()) return false;
  for (let length = number.length - 1; length >= SHORTEST; length--) {
    if (costs(parse(number.slice(0, length)))) return true;
  }
  return false;
}

/** The digits of a text that is plainly one number, after a plus where it has one; null where it is not. */
function plainNumber(typed: string): string | null {
  const digits = withPlainDigits(typed.normalize('NFKC'))
    // A Belgian prefix may end in a slash; a slash further on means a second number.
    .replace(/^(0\d{1,3})\//, '$1')
    .replace(/^(\+[\d\s]*)\(0\)/, '$1');
  if (!/^\+?[\d\s().\-\u2010-\u2015]+$/.test(digits)) return null;
  const number = digits.replace(/[^\d+]/g, '').replace(/^00/, '+');
  return /^\+?\d{8,15}$/.test(number) ? number : null;
}

/**
 * Reads a number as somebody typed it. In doubt it is no number (two numbers, an extension, words, a code of the
 * network), and a person must read it: a wrong digit reaches a wrong person. What is shown and what is dialled are the
 * same digits: where characters in between are not seen, nothing is dialled.
 */
export function readNumber(typed: string): TypedNumber {
  const text = trimUnseen(typed);
  if (hasUnseen(text)) return { ok: false, why: 'hidden' };
  const number = plainNumber(text);
  if (number === null) return { ok: false, why: 'unclear' };
  const parsed = parse(number);
  // With its country, a number is dialled as that country writes it: `+32 0488` is a slip for `+32 488`.
  const dialled = number.startsWith('+') && parsed?.isValid() ? parsed.number : number;
  if (isPaid(dialled, parsed)) return { ok: false, why: 'paid', dialled };
  // Without a plus, only what begins with 0 is dialled from Belgium as it stands.
  const known = parsed?.isValid() && /^[+0]/.test(number) ? parsed : null;
  return {
    ok: true,
    dialled,
    country: known?.country ?? null,
    kind: KINDS[known?.getType() ?? ''] ?? 'unknown',
  };
}

/** The `tel:` address of a number as somebody typed it, or null where it must not be dialled by a tap. */
export function telephoneLink(typed: string): string | null {
  const number = readNumber(typed);
  return number.ok ? `tel:${number.dialled}` : null;
}
