import * as z from 'zod';

/** A list whose items are told apart by a field. Each must be there once. */
export const listOf = <Item extends Record<string, unknown>>(
  item: z.ZodType<Item>,
  field: keyof Item & string,
) => z.array(item).superRefine((items, context) => onceEach(items, field, context));

/** Says of each item of a list that another has the same value of a field. `path`: where the list stands. */
export function onceEach(
  items: readonly Record<string, unknown>[],
  field: string,
  context: z.core.$RefinementCtx,
  path: readonly string[] = [],
): void {
  for (const [index, item] of items.entries()) {
    if (items.findIndex((other) => other[field] === item[field]) === index) continue;
    const message = `‘${item[field]}’ stands there twice`;
    context.addIssue({ code: 'custom', path: [...path, index, field], message, input: item });
  }
}
