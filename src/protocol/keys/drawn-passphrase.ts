/** Letters that are on the same keys, and said alike, in Dutch, French and English. */
const CONSONANTS = 'bdfgjklmnprstvwz';
const VOWELS = 'aeiou';

/** All syllables: 16 consonants by 5 vowels. */
export const SYLLABLES = [...CONSONANTS].flatMap((consonant) =>
  [...VOWELS].map((vowel) => consonant + vowel),
);

/** Syllables of a drawn passphrase: 12 of 80 carry 75.9 bits. */
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

function inGroups(syllables: readonly string[]): string {
  const groups: string[] = [];
  for (let start = 0; start < syllables.length; start += GROUP) {
    groups.push(syllables.slice(start, start + GROUP).join(''));
  }
  return groups.join(' ');
}

/**
 * Draws a passphrase that can be said aloud and learnt: four groups of three syllables, `bakomi tuleva rosidu
 * zofanu`. Every syllable is uniformly random. Nobody chooses one: what people choose can be guessed by whoever holds
 * a copy of the store, and the weakest of all members' passphrases would open everything.
 */
export function drawPassphrase(fill: FillRandom = fromCrypto): string {
  return inGroups(Array.from({ length: SYLLABLE_COUNT }, () => drawSyllable(fill)));
}

const DRAWN = new RegExp(`^(?:[${CONSONANTS}][${VOWELS}]){${SYLLABLE_COUNT}}$`);

/**
 * The one spelling of a passphrase: normalised (NFKC), trimmed, with runs of white space made one space. One that is
 * made of the syllables of a drawn one counts as that, whatever its capitals, spaces and hyphens: people copy it from
 * paper, on keyboards that write capitals by themselves.
 */
export function canonicalPassphrase(typed: string): string {
  const normalised = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const letters = normalised.replace(/[\s\p{Pd}\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase();
  return DRAWN.test(letters) ? inGroups(letters.match(/../g) ?? []) : normalised;
}
