const DIGIT = /^\p{Nd}$/u;

/**
 * The value, 0 to 9, of a decimal digit of any script; null for every other character. Unicode keeps the ten digits of
 * a script together and in order, 0 first (The Unicode Standard, section 4.6; UAX #44), so the value is the distance to
 * the beginning of the run. Runs that touch, as those of the mathematical digits do, are tens as well.
 */
function decimalValue(character: string): number | null {
  if (!DIGIT.test(character)) return null;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** A text with the decimal digits of every script written as 0 to 9, and nothing else changed. */
export function withPlainDigits(text: string): string {
  return Array.from(text, (character) => decimalValue(character) ?? character).join('');
}
