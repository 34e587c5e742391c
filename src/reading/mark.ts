import { createHash } from 'node:crypto';

/**
 * A short mark of what was read: `read-` and eight characters that come from the words. Whoever confirms a text writes
 * it after `confirmed:`; where a word changes later the mark is another, and the text is no longer confirmed.
 */
export function markOf(...parts: readonly unknown[]): string {
  return `read-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)}`;
}

/** What a mark looks like. */
export const MARK = /^read-[0-9a-f]{8}$/;

/** Whether somebody has read a text as it is; the mark to write once somebody has; why it is open. */
export interface Reading {
  file: string;
  read: boolean;
  mark: string;
  /** Whether it was read, and words were changed since: its own, or those of the Dutch text that it says. */
  changed: boolean;
}

/** The reading of a file that says `confirmed`, by the parts that its mark comes from. */
export function readingOfFile(
  file: string,
  confirmed: string | false | undefined,
  ...parts: readonly unknown[]
): Reading {
  const mark = markOf(...parts);
  const read = confirmed === mark;
  return { file, read, mark, changed: typeof confirmed === 'string' && !read };
}
