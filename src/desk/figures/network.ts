/**
 * A number of a table with its totals, as an arc between the node of its row and that of its column, so that “each row and
 * each column adds up” is “as much flows into each node as out of it” (L. Cox, 1980; statistical disclosure control knows it
 * as the network of a table).
 */
export type Arc = {
  row: number;
  column: number;
  from: number;
  to: number;
  value: number;
  /** What a reader knows of the number where it is hidden. */
  low: number;
  high: number;
  hidden: boolean;
  /** What it costs to hide it; Infinity where it must be shown. */
  price: number;
};

/** How far the numbers of arcs lie from what they are, in another table that would look the same. */
type Moved = Map<Arc, number>;
type Step = { arc: Arc; by: 1 | -1 };

/**
 * What it costs to move an arc one up or down: nothing where it is hidden and may, its price where it would have to be
 * hidden first. Then it counts for nothing whether it could move at all: what is hidden must not depend on that, or it
 * would tell it.
 */
function costOf(arc: Arc, by: 1 | -1, moved: Moved, mayHide: boolean): number {
  if (!arc.hidden) return mayHide ? arc.price : Number.POSITIVE_INFINITY;
  const next = arc.value + (moved.get(arc) ?? 0) + by;
  return arc.low <= next && next <= arc.high ? 0 : Number.POSITIVE_INFINITY;
}

/** The cheapest way from a node to another along arcs that may be moved, without `without`; null where there is none. */
function cheapest(
  arcs: readonly Arc[],
  [start, end]: readonly [number, number],
  without: Arc,
  moved: Moved,
  mayHide: boolean,
): Step[] | null {
  const best = new Map<number, { cost: number; step?: Step; before?: number }>([[start, { cost: 0 }]]);
  for (let better = true; better; ) {
    better = false;
    for (const arc of arcs) {
      if (arc === without) continue;
      for (const by of [1, -1] as const) {
        const [at, next] = by === 1 ? [arc.from, arc.to] : [arc.to, arc.from];
        const here = best.get(at);
        if (!here) continue;
        const cost = here.cost + costOf(arc, by, moved, mayHide);
        if (cost >= (best.get(next)?.cost ?? Number.POSITIVE_INFINITY)) continue;
        best.set(next, { cost, step: { arc, by }, before: at });
        better = true;
      }
    }
  }
  const steps: Step[] = [];
  for (let at = end; at !== start; ) {
    const { step, before } = best.get(at) ?? {};
    if (!step || before === undefined) return null;
    steps.push(step);
    at = before;
  }
  return steps;
}

/**
 * By how much an arc can move up (1) or down (-1) while everything that is shown stays and all still adds up, at most `most`.
 */
export function slack(arcs: readonly Arc[], arc: Arc, by: 1 | -1, most: number): number {
  return walk(arcs, arc, by, most).units;
}

/** Hides what it takes for an arc to move so far, at the lowest price; false where nothing is left to be hidden. */
export function loosen(arcs: readonly Arc[], arc: Arc, by: 1 | -1, most: number): boolean {
  for (;;) {
    const { units, moved, wanted } = walk(arcs, arc, by, most);
    if (units >= wanted) return wanted >= most;
    const steps = cheapest(arcs, endsOf(arc, by), arc, moved, true);
    if (!steps) return false;
    for (const step of steps) step.arc.hidden = true;
  }
}

const endsOf = ({ from, to }: Arc, by: 1 | -1) => (by === 1 ? ([to, from] as const) : ([from, to] as const));

/** Moves an arc as far as it goes among what is hidden. */
function walk(arcs: readonly Arc[], arc: Arc, by: 1 | -1, most: number) {
  const moved: Moved = new Map();
  const wanted = Math.min(most, by === 1 ? arc.high - arc.value : arc.value - arc.low);
  for (let units = 0; units < wanted; units++) {
    const steps = cheapest(arcs, endsOf(arc, by), arc, moved, false);
    if (!steps) return { units, moved, wanted };
    for (const step of steps) moved.set(step.arc, (moved.get(step.arc) ?? 0) + step.by);
  }
  return { units: wanted, moved, wanted };
}
