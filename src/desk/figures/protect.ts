import { type Arc, loosen, slack } from './network.ts';

/** Groups of people smaller than this are told by nobody: somebody could be recognised. As src/reports has it. */
export const SMALLEST_GROUP = 5;

/** A number as it is told: itself; `few` for 1 to 4; `hidden` where it would give one of these away. */
export type Told = number | 'few' | 'hidden';

/** A table as it may be told, with the totals of its rows and columns, and of all. */
export type ToldTable = { cells: Told[][]; rowTotals: Told[]; columnTotals: Told[]; total: number };

/** How many numbers at least a hidden one may be, so that it is hidden. */
const VAGUE = SMALLEST_GROUP - 1;

/**
 * Hides what is small in a table, and as much of the rest as it takes, so that nobody who knows all that is shown, that
 * everything adds up, and how this is done, can tell what a hidden number is: `few` may be anything from 1 to 4, and
 * whatever else is hidden has at least four values left. The total of all is always shown, and no `0` is hidden. Null where
 * that can't be: then the table is not told.
 *
 * `counts`: rows of columns. `shown`: cells that another table shows, and that can't be hidden.
 */
export function protect(
  counts: readonly (readonly number[])[],
  shown: (row: number, column: number) => boolean = () => false,
): ToldTable | null {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0];
  const whole = withTotals(counts);
  const total = whole[rows]?.[columns] ?? 0;
  if (isSmall(total)) return null;
  // A column alone has no totals of its rows.
  const wide = columns > 1;
  const arcs: Arc[] = whole.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const [ofRows, ofColumns] = [row === rows, column === columns];
      if (ofColumns && !wide) return [];
      const [left, right] = [wide ? row : 0, rows + 1 + column];
      const [from, to] = ofRows === ofColumns ? [left, right] : [right, left];
      const isTotal = ofRows || ofColumns;
      const small = isSmall(value);
      const low = isTotal ? 1 : small ? 1 : SMALLEST_GROUP;
      const high = small && !isTotal ? SMALLEST_GROUP - 1 : Number.MAX_SAFE_INTEGER;
      // What stands last says least, and totals say most. Never chosen by how large a number is: that would tell it.
      const price = (isTotal ? 2 : 1) + (rows - row) / 100 + (columns - column) / 1000;
      const free = value > 0 && !(ofRows && (ofColumns || !wide)) && !(shown(row, column) && !isTotal);
      return [
        {
          ...{ row, column, from, to, value, low, high },
          hidden: small,
          price: free ? price : Number.POSITIVE_INFINITY,
        },
      ];
    }),
  );
  for (const arc of arcs) if (arc.hidden && !Number.isFinite(arc.price)) return null;
  for (let open = arcs.find((arc) => isOpen(arcs, arc)); open; open = arcs.find((arc) => isOpen(arcs, arc))) {
    if (!blur(arcs, open)) return null;
  }
  const told = whole.map((line) => line.map((value): Told => value));
  for (const { row, column, hidden, high } of arcs) {
    const line = told[row];
    if (line && hidden) line[column] = high < SMALLEST_GROUP ? 'few' : 'hidden';
  }
  return {
    cells: told.slice(0, rows).map((line) => line.slice(0, columns)),
    rowTotals: told.slice(0, rows).map((line) => line[wide ? columns : 0] ?? 0),
    columnTotals: (told[rows] ?? []).slice(0, columns),
    total,
  };
}

const isSmall = (value: number) => value > 0 && value < SMALLEST_GROUP;

/** A table with a column and a row of totals behind it. */
function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const lines = counts.map((line) => [...line, sum(line)]);
  return [...lines, (lines[0] ?? []).map((_, column) => sum(lines.map((line) => line[column] ?? 0)))];
}

/** How far a hidden number must be able to lie from itself, up and down; `either`: both together that far. */
function wanted({ value, low, high }: Arc): { up: number; down: number } | { either: number } {
  if (high < SMALLEST_GROUP) return { up: high - value, down: value - low };
  return { either: VAGUE - 1 };
}

/** Whether somebody could tell what a hidden number is, or nearly. */
function isOpen(arcs: readonly Arc[], arc: Arc): boolean {
  if (!arc.hidden) return false;
  const far = wanted(arc);
  if ('up' in far) return slack(arcs, arc, 1, far.up) < far.up || slack(arcs, arc, -1, far.down) < far.down;
  return slack(arcs, arc, 1, far.either) + slack(arcs, arc, -1, far.either) < far.either;
}

/** Hides what else it takes; false where that is not enough. */
function blur(arcs: readonly Arc[], arc: Arc): boolean {
  const far = wanted(arc);
  if ('up' in far) return loosen(arcs, arc, 1, far.up) && loosen(arcs, arc, -1, far.down);
  return loosen(arcs, arc, 1, far.either - slack(arcs, arc, -1, far.either)) || !isOpen(arcs, arc);
}
