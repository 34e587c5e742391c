import type { Questions, ShownIn } from './question.ts';

/** The questions of a form whose answers the desk shows in a place, in the order of the form. */
export function shownIn<Rows extends Questions, Place extends string>(
  rows: Rows,
  place: Place,
): ShownIn<Rows, Place>[] {
  const fields: (keyof Rows)[] = Object.keys(rows);
  return fields.filter((field): field is ShownIn<Rows, Place> => rows[field]?.desk === place);
}
