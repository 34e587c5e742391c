import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isLanguage } from '../../../src/i18n/languages.ts';
import { placeOf } from '../../../src/site/routes.ts';

/** Blocks: where one ends, a sentence ends. */
const BLOCK_END = /<\/(p|li|h[1-6]|td|th|dt|dd|summary|figcaption|legend|label|button|div)>|<br>/g;

/** One or two words are a label, no sentence: counted as one, they would make any page look easy. */
const FEWEST_WORDS = 3;

const wordsOf = (sentence: string) => sentence.match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];

/** Every text in what a page hands to its script. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
}

/** What the script of a page says, from the words that stand in the page for it. What it fills in is a word. */
function saidByScript(main: string): string {
  const [, words] = / data-words="([^"]*)"/.exec(main) ?? [];
  if (words === undefined) return '';
  const texts = textsIn(JSON.parse(words.replaceAll('&quot;', '"').replaceAll('&#34;', '"')));
  return texts.map((text) => `${text.replace(/\{\{\w+\}\}/g, 'x')}. `).join('');
}

/**
 * The sentences that a page says: of its `<main>`, what comes into it later and what its script says among them, without
 * what is drawn or leads elsewhere.
 */
export function sentencesOf(html: string): string[] {
  const main = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  const text = (main + saidByScript(main))
    .replace(/<(script|style|svg|nav|aside)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(BLOCK_END, '. ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ');
  return text
    .split(/[.!?:]+(?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length >= FEWEST_WORDS);
}

/**
 * LIX, the readability index of Björnsson (1968): words per sentence plus the share of words longer than six letters,
 * in per cent. An apostrophe parts two words: “l’aide” is as easy as “l’” and “aide”.
 */
export function lix(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf);
  if (words.length === 0) return 0;
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences.length + (100 * long) / words.length;
}

/**
 * Prints the LIX of each built page against the limit in its row of the table of pages. Gives how many are over it. The
 * limits were found for Dutch, French and English: other languages part their words otherwise, or not at all.
 */
export function pagesTooHard(pages: string): number {
  let hard = 0;
  console.log('\nLIX   limit   words a sentence   page');
  for (const file of globSync(`${pages}/**/*.html`).sort()) {
    const page = relative(pages, file).replaceAll('\\', '/');
    const place = placeOf(`/${page}`);
    if (place === undefined) throw new Error(`${page} has no row in src/site/pages.ts`);
    const judged = !('language' in place) || isLanguage(place.language);
    const limit = judged ? place.row.reading : null;
    const sentences = sentencesOf(readFileSync(file, 'utf8'));
    if (sentences.length === 0) continue;
    const index = lix(sentences);
    const tooHard = limit !== null && index > limit;
    if (tooHard) hard += 1;
    const words = sentences.flatMap(wordsOf).length / sentences.length;
    console.log(
      `${index.toFixed(1).padStart(4)}  ${String(limit ?? '–').padStart(5)}   ${words.toFixed(1).padStart(16)} ${tooHard ? '! ' : '  '}${page}`,
    );
  }
  return hard;
}
