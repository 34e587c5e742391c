import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';
import type { Case, Doubt, OpenedFirst } from '../cases.ts';

/** A thread that the desk knows. `opened` is null until its envelope has come; `late`: it came after the first list. */
type Known = { row: ThreadRow; opened: OpenedFirst | null; doubt?: Doubt; late: boolean };

/**
 * What an open desk remembers of the list, so that what it has read stays what it was. Rows come in any order, and more
 * than once: of two forms of a row the one with the larger number stays.
 */
export type Memory = {
  /** Takes a row over. One that is closed or thrown away is forgotten. */
  take: (row: ThreadRow, late: boolean) => void;
  /** Keeps what was in the envelope of a row that was wanted. */
  open: ({ id, digest }: ThreadRow, opened: OpenedFirst) => void;
  /** Forgets a thread for good, because the person deleted it. */
  delete: (id: string) => void;
  /** Marks what is not there any more. */
  doubt: (ids: readonly string[], doubt: Doubt) => void;
  /** The ids of all threads that are remembered. */
  ids: () => string[];
  /** The rows whose envelopes have not come. */
  wanted: () => ThreadRow[];
  /** The threads whose envelopes have come. */
  cases: () => Case[];
  /** Whether a thread came after the first list. */
  isLate: (id: string) => boolean;
};

/** Makes an empty memory. */
export function createMemory(): Memory {
  const threads = new Map<string, Known>();
  // An answer that was under way may hold a row still.
  const deleted = new Set<string>();

  return {
    take(row, late) {
      const known = threads.get(row.id);
      if (deleted.has(row.id) || (known && known.row.changed > row.changed)) return;
      if (row.state === 'closed' || row.thrown) {
        threads.delete(row.id);
      } else if (!known) {
        threads.set(row.id, { row, opened: null, late });
      } else if (known.row.digest !== row.digest) {
        // Nothing ever changes an envelope. What was opened is kept, with the digest that it had.
        const kept = known.opened ? { ...row, digest: known.row.digest, bytes: known.row.bytes } : row;
        threads.set(row.id, { ...known, row: kept, doubt: 'replaced' });
      } else {
        const { doubt, ...rest } = known;
        threads.set(row.id, { ...rest, row, ...(doubt === 'replaced' && { doubt }) });
      }
    },
    open({ id, digest }, opened) {
      const known = threads.get(id);
      if (known && known.opened === null && known.row.digest === digest) {
        threads.set(id, { ...known, opened });
      }
    },
    delete(id) {
      deleted.add(id);
      threads.delete(id);
    },
    doubt(ids, doubt) {
      for (const id of ids) {
        const known = threads.get(id);
        if (known) threads.set(id, { ...known, doubt: known.doubt ?? doubt });
      }
    },
    ids: () => [...threads.keys()],
    wanted: () => [...threads.values()].filter(({ opened }) => opened === null).map(({ row }) => row),
    cases: () =>
      [...threads.values()].flatMap(({ row, opened, doubt }) =>
        opened ? [{ row, opened, ...(doubt && { doubt }) }] : [],
      ),
    isLate: (id) => threads.get(id)?.late ?? false,
  };
}
