/** The two sides of a thread. */
export type Side = 'reporter' | 'desk';

/** A message as its reader found it: what it says of its place, and the digest of the envelope in which it came. */
export type Link = {
  side: Side;
  /** Its number among those of its side. */
  seq: number;
  /** The digest of that side's envelope before; null for the desk's first. */
  prev: string | null;
  /** The digest of the other side's newest envelope that the writer had read; left out where the reader can't know it. */
  seen?: string | null;
  digest: string;
};

/**
 * What a message shows to be wrong with the thread before it. `missing`: a message of its own side is left out.
 * `misplaced`: it was there before, or stands behind one that was written after it. `changed`: the envelope before it is
 * not the one that its writer had. `unseen`: its writer had read an envelope of the other side that is not there.
 */
export type Break = 'missing' | 'misplaced' | 'changed' | 'unseen';

/** A thread that is read from its beginning on. */
export type Chain = {
  /** Takes the next message and says what it shows to be wrong; null for nothing. */
  add: (link: Link) => Break | null;
  /** The digest of the newest envelope of a side; null where there is none. */
  newest: (side: Side) => string | null;
};

/**
 * Follows the chain of a thread that the envelope with this digest began. What it finds is what was done to anything
 * before a message that did arrive; the newest of a side can be withheld, and nothing here would show it.
 */
export function followChain(first: string): Chain {
  const sides = {
    reporter: { seq: 0, newest: first as string | null, known: new Set([first]) },
    desk: { seq: 0, newest: null as string | null, known: new Set<string>() },
  };
  return {
    add({ side, seq, prev, seen, digest }) {
      const own = sides[side];
      if (seq <= own.seq) return 'misplaced';
      const skipped = seq > own.seq + 1;
      const fits = prev === own.newest;
      own.seq = seq;
      own.newest = digest;
      own.known.add(digest);
      if (skipped) return 'missing';
      if (!fits) return 'changed';
      const { known } = sides[side === 'desk' ? 'reporter' : 'desk'];
      return seen && !known.has(seen) ? 'unseen' : null;
    },
    newest: (side) => sides[side].newest,
  };
}
