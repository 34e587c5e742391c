import { RANKS, type Rank } from '../../src/protocol/wire/api/duty.ts';

/** A rank given for a time (Unix seconds), `until` not included; without a member it is nobody's. */
export type Shift = { rank: Rank; member: string | null; from: number; until: number };

/** A time in which the same two are planned. The backup is never the first. */
export type Span = { from: number; until: number; first: string | null; backup: string | null };

/**
 * Who has a rank when, out of all that was said of it, the newest last: of two shifts for the same time the later one counts.
 * In the order of time, no two of them over each other; where nobody is there is no piece.
 */
export function piecesOf(shifts: readonly Shift[], rank: Rank): Shift[] {
  let pieces: Shift[] = [];
  for (const shift of shifts.filter((one) => one.rank === rank)) {
    pieces = [...pieces.flatMap((piece) => without(piece, shift)), shift];
  }
  return pieces.filter(({ member }) => member !== null).sort((a, b) => a.from - b.from);
}

/** What is left of a shift when another takes its time: nothing, one piece, or one on each side. */
function without(shift: Shift, { from, until }: Shift): Shift[] {
  if (until <= shift.from || from >= shift.until) return [shift];
  const before = { ...shift, until: from };
  const after = { ...shift, from: until };
  return [before, after].filter((piece) => piece.from < piece.until);
}

/** Who is planned from one moment to another, without a gap between the spans: where nobody is, a span says so. */
export function rotaOf(shifts: readonly Shift[], from: number, until: number): Span[] {
  const [first, backup] = RANKS.map((rank) => piecesOf(shifts, rank));
  const edges = [...(first ?? []), ...(backup ?? [])].flatMap((piece) => [piece.from, piece.until]);
  const cuts = [from, ...edges.filter((edge) => edge > from && edge < until), until];
  const times = [...new Set(cuts)].sort((a, b) => a - b);
  const spans: Span[] = [];
  const [ofFirst, ofBackup] = [walker(first ?? []), walker(backup ?? [])];
  for (const [index, at] of times.slice(0, -1).entries()) {
    const one = ofFirst(at);
    const other = ofBackup(at);
    const span = {
      from: at,
      until: times[index + 1] ?? until,
      first: one,
      backup: other === one ? null : other,
    };
    const last = spans.at(-1);
    if (last && last.first === span.first && last.backup === span.backup) last.until = span.until;
    else spans.push(span);
  }
  return spans;
}

/** Says who has a rank at a moment; asked from one moment to a later one. */
function walker(pieces: readonly Shift[]): (at: number) => string | null {
  let next = 0;
  return (at) => {
    while (pieces[next] && (pieces[next]?.until ?? 0) <= at) next++;
    const piece = pieces[next];
    return piece && piece.from <= at ? piece.member : null;
  };
}

/** The spans in which a first or a backup is missing. */
export function gapsIn(spans: readonly Span[]): Span[] {
  return spans.filter(({ first, backup }) => first === null || backup === null);
}
