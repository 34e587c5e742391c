import type { Gone } from '../../protocol/wire/api/threads.ts';

/** Lines that are drawn of each kind: nobody reads more, and whoever sends much can delete as much. */
const MOST_LINES = 50;

/**
 * What is told of what was deleted, out of all of it in the order in which it was. First what nobody had read, and of that
 * what had waited longest: whoever sends and deletes in numbers, to bury what somebody had to delete, would have to leave
 * each there as long. Then what had been read, the last first.
 */
export function goneLines(gone: readonly Gone[]): Gone[] {
  const waited = ({ receivedAt, deletedAt }: Gone) => deletedAt - receivedAt;
  const unread = gone.filter(({ readAt }) => readAt === undefined).sort((a, b) => waited(b) - waited(a));
  const read = gone.filter(({ readAt }) => readAt !== undefined).reverse();
  return [...unread.slice(0, MOST_LINES), ...read.slice(0, MOST_LINES)];
}
