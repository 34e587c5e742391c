/** Letters that are on the same keys, and said alike, in Dutch, French and English. */
const CONSONANTS = 'bdfgjklmnprstvwz';
const VOWELS = 'aeiou';

/** All syllables: 16 consonants by 5 vowels. */
export const SYLLABLES = [...CONSONANTS].flatMap((consonant) =>
  [...VOWELS].map((vowel) => consonant + vowel),
);

/** Syllables of a suggested passphrase: 12 of 80 carry 75.9 bits. */
export const SYLLABLE_COUNT = 12;
const GROUP = 3;

/** Fills a byte array with random bytes: `crypto.getRandomValues`, or a test's own. */
export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => unknown;

const fromCrypto: FillRandom = (bytes) => crypto.getRandomValues(bytes);

/** The largest number of bytes' values that the syllables share equally; a byte from there on is drawn again. */
const FAIR = 256 - (256 % SYLLABLES.length);

function drawSyllable(fill: FillRandom): string {
  const byte = new Uint8Array(1);
  do fill(byte);
  while ((byte[0] ?? 255) >= FAIR);
  return SYLLABLES[(byte[0] ?? 0) % SYLLABLES.length] ?? '';
}

/**
 * Draws a passphrase that can be said aloud and learnt: four groups of three syllables, `bakomi tuleva rosidu
 * zofanu`. Every syllable is uniformly random.
 */
export function suggestPassphrase(fill: FillRandom = fromCrypto): string {
  const syllables = Array.from({ length: SYLLABLE_COUNT }, () => drawSyllable(fill));
  const groups: string[] = [];
  for (let start = 0; start < SYLLABLE_COUNT; start += GROUP) {
    groups.push(syllables.slice(start, start + GROUP).join(''));
  }
  return groups.join(' ');
}
