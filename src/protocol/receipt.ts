import { scryptAsync } from '@noble/hashes/scrypt.js';
import nacl from 'tweetnacl';
import { utf8 } from './bytes.ts';

const RANDOM_DIGITS = 15;

/** Digits of a receipt code: 15 random ones (just under 50 bits) and a check digit. */
export const RECEIPT_DIGITS = RANDOM_DIGITS + 1;

/** scrypt (RFC 7914): 32 MiB and a second on a cheap telephone; the salt is fixed because the code is all there is. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, dkLen: 64 };
const SALT = utf8('pag-asa.be receipt v1');

/** What a receipt code unlocks: the keys that open answers, and the token that the worker knows by its hash. */
export type Mailbox = {
  /** X25519, 32 bytes. Travels inside the envelopes only. */
  publicKey: Uint8Array;
  /** X25519, 32 bytes. Never leaves the browser. */
  secretKey: Uint8Array;
  /** 32 bytes, sent to the worker to fetch the mailbox. */
  token: Uint8Array<ArrayBuffer>;
};

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

/** Why a text is no receipt code: not 16 digits, or a check digit that tells of a slip of the pen. */
export type ReceiptFault = 'receipt_length' | 'receipt_check';

/**
 * Reads a receipt code as someone typed it, with any spaces, dots or dashes, and in any of the decimal digits that
 * Unicode has in runs beside European ones: Arabic, Persian, full width.
 */
export function readReceiptCode(
  typed: string,
): { ok: true; code: string } | { ok: false; code: ReceiptFault } {
  const digits = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/[\s.\-\u2010-\u2015\u200e\u200f]/g, '');
  if (!/^\d{16}$/.test(digits)) return { ok: false, code: 'receipt_length' };
  if (checkDigit(digits.slice(0, RANDOM_DIGITS)) !== digits.at(-1))
    return { ok: false, code: 'receipt_check' };
  return { ok: true, code: digits };
}

/** Turns a receipt code of 16 digits into its mailbox. Takes about a second and 32 MiB of memory on a cheap telephone. */
export async function openMailbox(code: string): Promise<Mailbox> {
  const bytes = await scryptAsync(utf8(code), SALT, SCRYPT);
  const { publicKey, secretKey } = nacl.box.keyPair.fromSecretKey(bytes.slice(0, 32));
  return { publicKey, secretKey, token: new Uint8Array(bytes.slice(32, 64)) };
}
