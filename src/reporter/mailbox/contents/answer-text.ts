/** A number of ours that an answer may name, as `shown` in the facts, and the `tel:` address that dials it. */
export type OwnNumber = { shown: string; href: string };

/** What in an answer may become a link: our own numbers, and pages of ours at one of these hosts, in these languages. */
export type OwnLinks = {
  numbers: readonly OwnNumber[];
  hosts: readonly string[];
  languages: readonly string[];
};

/** A part of an answer: text; a number, which is not broken across lines; a number to call; a page of ours. */
export type Piece =
  | { kind: 'text' | 'number'; text: string }
  | { kind: 'call' | 'page'; text: string; href: string };

/** Digits with at most one space, dot, slash or dash between two of them, and `(0)` as in +32 (0)2. */
const NUMBER = /\+?\d(?:(?: ?\(0\) ?|[ \u00a0\u202f./\u2010-\u2013-])?\d)*/g;

/** Digits of what is kept on one line: no fewer than so many, and no more characters. */
const FEWEST_KEPT = 6;
const LONGEST_KEPT = 24;

/** Fewest digits of a number that may be written in other ways than ours: 112 is also how 1/12 looks without its slash. */
const FEWEST_FREE = 8;

/** Pages of ours that an answer may lead to: those for everybody in a language, and what is there to print. */
const OWN_PATH = /^\/(?:([\w-]+)\/(?!desk\b)[a-z0-9/-]*|print\/[a-z0-9/_.-]+\.pdf)?$/;

/**
 * Cuts an answer into pieces. What an answer says may lead nowhere but to us: a number becomes a link when it is exactly
 * one of ours, an address when it is one of our own pages. Everything else stays text, whatever it looks like. Put
 * together, the texts of the pieces are the answer, character by character.
 */
export function cutAnswer(answer: string, own: OwnLinks): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  for (const token of answer.split(/(\s+)/u)) {
    const page = ownPage(token, own);
    if (!page) {
      text += token;
      continue;
    }
    pieces.push(...cutNumbers(text + page.before, own.numbers), page.link);
    text = page.after;
  }
  return [...pieces, ...cutNumbers(text, own.numbers)];
}

function cutNumbers(text: string, numbers: readonly OwnNumber[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: run, index } of text.matchAll(NUMBER)) {
    const piece = numberPiece(run, text.slice(0, index), text.slice(index + run.length), numbers);
    if (!piece) continue;
    if (index > from) pieces.push({ kind: 'text', text: text.slice(from, index) });
    pieces.push(piece);
    from = index + run.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** What a run of digits is, between what stands before and after it; null for one that is no number to call. */
function numberPiece(
  run: string,
  before: string,
  after: string,
  numbers: readonly OwnNumber[],
): Piece | null {
  const digits = asDialled(run);
  const whole = !/[\p{L}\p{N}+@_]$/u.test(before) && !/^(?:[\p{L}\p{N}@_]|[.,:]\d)/u.test(after);
  const ours = numbers.find(({ shown }) =>
    asDialled(shown).length < FEWEST_FREE
      ? [shown, shown.replaceAll(' ', '')].includes(plainSpaces(run))
      : digits === asDialled(shown),
  );
  if (ours && whole) return { kind: 'call', text: run, href: ours.href };
  const kept = digits.length >= FEWEST_KEPT && run.length <= LONGEST_KEPT;
  return kept ? { kind: 'number', text: run } : null;
}

/** A number as it is dialled in Belgium: digits alone, and 0 for the country's own prefix. */
function asDialled(number: string): string {
  const digits = number.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  return digits.replace(/^(?:\+|00)32/, '0');
}

function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** The page of ours that a word names, with what stands around it; null where it names none. */
function ownPage(
  token: string,
  { hosts, languages }: OwnLinks,
): { before: string; link: Piece; after: string } | null {
  const [, before = '', address = '', after = ''] =
    /^(["'([{«“‘]*)(.*?)([.,;:!?…"')\]}»”’]*)$/u.exec(token) ?? [];
  const path = /^(?:https?:\/\/)?([a-z0-9.-]+(?::\d+)?)(\/[a-z0-9/_.-]*)?$/i.exec(address);
  const [, host = '', own = '/'] = path ?? [];
  const inside = path && hosts.includes(host.toLowerCase()) && !own.includes('..') && OWN_PATH.exec(own);
  if (!inside || (inside[1] !== undefined && !languages.includes(inside[1]))) return null;
  return { before, link: { kind: 'page', text: address, href: own }, after };
}
