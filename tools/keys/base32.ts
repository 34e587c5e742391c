/** Crockford's base32 (https://www.crockford.com/base32.html): no I, L, O and U, which people take for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes as base32: five bits a letter, what is left over padded with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
    held &= 31;
  }
  return bits > 0 ? text + ALPHABET[(held << (5 - bits)) & 31] : text;
}

/** The letters of what somebody typed, in their one spelling: O is 0, I and L are 1; null where one is none of base32's. */
export function base32Letters(typed: string): string | null {
  const letters = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return [...letters].every((letter) => ALPHABET.includes(letter)) ? letters : null;
}

/** The whole bytes of letters in their one spelling; bits that are left over are dropped. */
export function fromBase32(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    held = ((held & 0xff) << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
