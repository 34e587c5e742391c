import { PAGE_BYTES } from '../../../protocol/wire/api/fields.ts';

/** How many bytes of answer to ask for at once. */
export type AnswerSize = {
  bytes: () => number;
  /** Tells how many ms an answer of that size took; null when it never came. */
  took: (time: number | null) => void;
};

/** The first answer is small, so that something is on the screen early on any line. */
const FIRST = 24 * 1024;

/** Milliseconds below which more is asked for the next time, and above which less. */
const QUICK = 1500;
const SLOW = 5000;

/** Makes a size that follows the line: twice as much after a quick answer, half after a slow one or none. */
export function answerSize(): AnswerSize {
  let size = FIRST;
  return {
    bytes: () => size,
    took(time) {
      if (time !== null && time < QUICK) size = Math.min(2 * size, PAGE_BYTES);
      else if (time === null || time > SLOW) size = Math.max(size / 2, FIRST);
    },
  };
}
