/** What is no word of a text: places, blocks, links, tags, addresses, names of HTML characters, days of a month. */
const NO_WORD = /\{\{[^}]*\}\}|^ *:::.*$|\]\([^)]*\)|<[^>]*>|\S*(?:@|:\/\/)\S*|&\w+;|\d+ \p{L}+/gmu;

const ALEPH = 0x0627;

/** A letter of the Arabic script for one of ours, the same each time. */
const turned = (letter: string) => String.fromCharCode(ALEPH + (letter.toLowerCase().charCodeAt(0) % 20));

/** A text in letters that are read from right to left, and a third longer; what is no word stays as it is. */
export const rightToLeft = (text: string): string =>
  betweenWords(text, (words) =>
    words.replace(/\p{Script=Latin}+/gu, (word) => {
      const letters = [...word].map(turned).join('');
      return letters + letters.slice(0, Math.ceil(letters.length / 3));
    }),
  );

/** A text that is seen to be another language's; what is no word stays as it is. */
export const marked = (text: string): string =>
  betweenWords(text, (words) => words.replace(/\p{Script=Latin}+/gu, (word) => `${word}ø`));

function betweenWords(text: string, change: (words: string) => string): string {
  let from = 0;
  let said = '';
  for (const { 0: kept, index } of text.matchAll(NO_WORD)) {
    said += change(text.slice(from, index)) + kept;
    from = index + kept.length;
  }
  return said + change(text.slice(from));
}
