import { startOfDay } from '../../../protocol/items/fields.ts';
import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';
import { fitsRow, type SaidState } from '../../state/fits.ts';
import { type Case, type Doubt, firstRead, type OpenedFirst } from '../cases.ts';

/**
 * A thread that the desk knows. `opened` is null until its envelope has come; `said` is what was in the entry that a row
 * named, null where that was nothing; `late`: it came after the first list.
 */
type Known = {
  row: ThreadRow;
  opened: OpenedFirst | null;
  said: { entry: string; state: SaidState | null } | null;
  /** The number of the newest state that was heard. */
  heard: number;
  doubt?: Doubt | undefined;
  late: boolean;
};

/**
 * What an open desk remembers of the list, so that what it has read stays what it was. Rows come in any order, and more
 * than once: of two forms of a row the one with the larger number stays.
 */
export type Memory = {
  /** Takes a row over. One that is closed or thrown away is forgotten, unless it was read and nobody of the desk did it. */
  take: (row: ThreadRow, late: boolean) => void;
  /** Keeps what was in the envelope of a row that was wanted. */
  open: ({ id, digest }: ThreadRow, opened: OpenedFirst) => void;
  /** Keeps what was in the entry that a row named. */
  hear: (row: ThreadRow, said: SaidState | null) => void;
  /** Forgets a thread for good, because the person or a member deleted it. Says whether it was known. */
  delete: (id: string) => boolean;
  /** Marks what is not there any more. */
  doubt: (ids: readonly string[], doubt: Doubt) => void;
  /** The ids of all threads that should be in the list. */
  ids: () => string[];
  /** The rows whose envelopes have not come. */
  wanted: () => ThreadRow[];
  /** The rows that were read, and name an entry that has not come. */
  unheard: () => ThreadRow[];
  /** The threads whose envelopes have come. */
  cases: () => readonly Case[];
  /** Whether a thread came after the first list. */
  isLate: (id: string) => boolean;
};

/** Whether a thread has left the list, as its row says. */
const hasLeft = ({ state, thrown }: ThreadRow) => state === 'closed' || thrown === true;

/** What a member said last of a thread, as its row now has it; undefined while that has not come. */
function saidOf({ row, said }: Known): SaidState | null | undefined {
  if (row.entry === undefined) return null;
  return said?.entry === row.entry ? said.state : undefined;
}

/** What is not to be believed of a row that was read: something that happened to it, or that nobody of the desk said so. */
function doubtOf(known: Known): Doubt | undefined {
  const { row, opened, doubt } = known;
  const said = saidOf(known);
  if (doubt || !opened?.ok || said === undefined) return doubt;
  // A state that was heard once is never the next to last again.
  if ((said?.item.seq ?? 0) < known.heard) return 'unfit';
  return fitsRow(row, firstRead(opened), said) ? undefined : 'unfit';
}

/** What became of a known thread whose row comes again. Nothing ever changes an envelope, or the day on which it came. */
function changedUnder({ row: before, doubt }: Known, row: ThreadRow): Doubt | undefined {
  if (before.digest !== row.digest) return 'replaced';
  // Of what was closed for a day no more than the day is kept.
  if (![before.receivedAt, startOfDay(before.receivedAt)].includes(row.receivedAt)) return 'redated';
  return doubt === 'vanished' ? undefined : doubt;
}

/** Makes an empty memory. */
export function createMemory(): Memory {
  const threads = new Map<string, Known>();
  // What did not change is the same object as before, so that nothing that shows it is drawn anew.
  const shown = new WeakMap<Known, Case>();
  // An answer that was under way may hold a row still.
  const deleted = new Set<string>();
  // Nor does a list in which nothing changed become another one.
  let cases: Case[] | null = null;
  const put = (known: Known) => {
    threads.set(known.row.id, known);
    cases = null;
  };
  const drop = (id: string) => {
    cases = null;
    return threads.delete(id);
  };

  /** Keeps a thread; one that has left the list only where that is not to be believed, or not known yet. */
  const keep = (known: Known) => {
    const { row, opened } = known;
    const believed = !opened?.ok || (saidOf(known) !== undefined && doubtOf(known) === undefined);
    if (hasLeft(row) && believed) drop(row.id);
    else put(known);
  };

  /** A thread as the desk works with it; null until its envelope has come. */
  const caseOf = (known: Known): Case | null => {
    const { row, opened } = known;
    if (!opened) return null;
    const before = shown.get(known);
    if (before) return before;
    const [said, doubt] = [saidOf(known), doubtOf(known)];
    const one = { row, opened, ...(said !== undefined && { said }), ...(doubt && { doubt }) };
    shown.set(known, one);
    return one;
  };

  return {
    take(row, late) {
      const known = threads.get(row.id);
      if (deleted.has(row.id) || (known && known.row.changed > row.changed)) return;
      if (!known) {
        if (!hasLeft(row)) put({ row, opened: null, said: null, heard: 0, late });
        return;
      }
      const { digest, bytes, receivedAt } = known.row;
      // What was opened is kept, with the digest and the time that it had.
      const kept = known.opened ? { ...row, digest, bytes, receivedAt } : row;
      keep({ ...known, row: kept, doubt: changedUnder(known, row) });
    },
    open({ id, digest }, opened) {
      const known = threads.get(id);
      if (known && known.opened === null && known.row.digest === digest) keep({ ...known, opened });
    },
    hear({ id, entry }, state) {
      const known = threads.get(id);
      if (!known || entry === undefined) return;
      const heard = Math.max(known.heard, state?.item.seq ?? 0);
      keep({ ...known, said: { entry, state }, heard });
    },
    delete(id) {
      deleted.add(id);
      return drop(id);
    },
    doubt(ids, doubt) {
      for (const id of ids) {
        const known = threads.get(id);
        if (known) put({ ...known, doubt: known.doubt ?? doubt });
      }
    },
    // One that has left, and is kept because that is not to be believed, is missed by nobody.
    ids: () => [...threads.values()].flatMap(({ row }) => (hasLeft(row) ? [] : [row.id])),
    wanted: () => [...threads.values()].filter(({ opened }) => opened === null).map(({ row }) => row),
    unheard: () =>
      [...threads.values()]
        .filter((known) => known.opened?.ok && saidOf(known) === undefined)
        .map(({ row }) => row),
    cases: () => {
      cases ??= [...threads.values()].flatMap((known) => caseOf(known) ?? []);
      return cases;
    },
    isLate: (id) => threads.get(id)?.late ?? false,
  };
}
