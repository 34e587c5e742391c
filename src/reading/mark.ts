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
