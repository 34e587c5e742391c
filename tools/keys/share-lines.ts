import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, equalBytes, utf8 } from '../../src/protocol/wire/bytes.ts';
import { base32Letters, fromBase32, toBase32 } from './base32.ts';

/** One share on paper. The lines of a share are this as bytes: version, set, keys, needed, number, then the bytes. */
export type Share = {
  /** Two random bytes, the same in all shares that were made at once. */
  set: Uint8Array;
  /** How many centre keys are in it. */
  keys: number;
  /** How many shares of the set give them back. */
  needed: number;
  /** Its number in the set, from 1. */
  number: number;
  bytes: Uint8Array;
};

const VERSION = 1;
const HEAD_BYTES = 6;
/** What a share has beside 64 bytes for each key: the use, eight bytes to check the whole by, and its place in the set. */
const REST_BYTES = 1 + 8 + 1;

/** Bytes of a line: four groups of four letters. A fifth group checks them. */
const LINE_BYTES = 10;
const LINE_LETTERS = 16;
const CHECK_LETTERS = 4;

/** Bytes that a share of so many keys has behind its head. */
export const shareBytes = (keys: number) => 64 * keys + REST_BYTES;

/** Lines on which a share of so many keys stands. */
export const lineCount = (keys: number) => Math.ceil((HEAD_BYTES + shareBytes(keys)) / LINE_BYTES);

/** 20 bits of BLAKE2b-256 of the share's head, the line's number and its bytes: a slip is found in the line where it is. */
function checkOf(head: Uint8Array, line: number, bytes: Uint8Array): string {
  const hash = blake2b(concatBytes(utf8('pag-asa share line'), head, Uint8Array.of(line), bytes), {
    dkLen: 32,
  });
  return toBase32(hash).slice(0, CHECK_LETTERS);
}

/** The lines of a share: `0123 4567 89AB CDEF GHJK`, each without its number. */
export function linesOf({ set, keys, needed, number, bytes }: Share): string[] {
  const head = concatBytes(Uint8Array.of(VERSION), set, Uint8Array.of(keys, needed, number));
  const all = new Uint8Array(lineCount(keys) * LINE_BYTES);
  all.set(concatBytes(head, bytes));
  return Array.from({ length: lineCount(keys) }, (_, index) => {
    const line = all.subarray(index * LINE_BYTES, (index + 1) * LINE_BYTES);
    const letters = toBase32(line) + checkOf(head, index + 1, line);
    return (letters.match(/.{4}/g) ?? []).join(' ');
  });
}

/** What is wrong with a line that was typed. */
export type LineFault = 'length' | 'letter' | 'check';

/** Reads a line of a share by its number, from 1. Lines after the first are checked against the head that stands in it. */
export function readLine(
  typed: string,
  line: number,
  first: Uint8Array | null,
): { ok: true; bytes: Uint8Array } | { ok: false; code: LineFault } {
  const letters = base32Letters(typed);
  if (letters === null) return { ok: false, code: 'letter' };
  if (letters.length !== LINE_LETTERS + CHECK_LETTERS) return { ok: false, code: 'length' };
  const bytes = fromBase32(letters.slice(0, LINE_LETTERS));
  const head = (first ?? bytes).subarray(0, HEAD_BYTES);
  return letters.slice(LINE_LETTERS) === checkOf(head, line, bytes)
    ? { ok: true, bytes }
    : { ok: false, code: 'check' };
}

/** How many lines the share has that begins with this one; null where it is of another version. */
export function linesAfter(first: Uint8Array): number | null {
  const [version, , , keys = 0] = first;
  return version === VERSION && keys > 0 ? lineCount(keys) : null;
}

/** The share whose lines these are. */
export function shareOf(lines: readonly Uint8Array[]): Share {
  const all = concatBytes(...lines);
  const [, , , keys = 0, needed = 0, number = 0] = all;
  const bytes = all.slice(HEAD_BYTES, HEAD_BYTES + shareBytes(keys));
  return { set: all.slice(1, 3), keys, needed, number, bytes };
}

/** Whether two shares were made at once. */
export const sameSet = (one: Share, other: Share) =>
  equalBytes(one.set, other.set) && one.keys === other.keys && one.needed === other.needed;
