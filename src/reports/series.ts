import * as z from 'zod';
import { InEachLanguage } from '../facts/schema.ts';
import { MARK, markOf } from '../reading/mark.ts';

/** Groups of people smaller than this are not told apart in recent years: somebody could be recognised. */
export const SMALLEST_GROUP = 5;

/** How many years before a report was published count as recent. */
export const RECENT_YEARS = 10;

/**
 * A number of a series; `few` stands for 1 to 4 where the number itself would say too much. Such a number is in no
 * file at all, so that nothing built from the files can give it away. `hidden` is any number that would give such a one
 * away.
 */
export const Cell = z.union([z.int().nonnegative(), z.enum(['few', 'hidden'])]);

/** How a series is drawn; src/charts has a file for each. */
export const shapes = ['years', 'bars', 'mirror', 'panels'] as const;

/** What may tell a row from the others: a year, or a name. */
const Row = z.strictObject({
  /** A year names itself; anything else has a name. */
  id: z.union([z.int(), z.string().regex(/^[a-zA-Z][\w-]*$/)]),
  name: InEachLanguage.optional(),
  values: z.array(Cell).min(1),
  /** The rows that the finding is about are filled, the others drawn in outline. */
  marked: z.boolean().optional(),
});

/**
 * A series of figures: what a chart, its table and its CSV file show. One file of content/reports/<report>/ each; its
 * name is the series' own.
 */
export const Series = z
  .strictObject({
    shape: z.enum(shapes),
    /** What the figures are, in a few words. */
    title: InEachLanguage,
    /** What they show, as a true sentence. */
    finding: InEachLanguage,
    /** What is counted. */
    unit: InEachLanguage,
    /** What the rows are: years, countries. */
    rowsAre: InEachLanguage,
    columns: z.array(z.strictObject({ id: z.string(), name: InEachLanguage })).min(1),
    rows: z.array(Row).min(2),
    /** How many rows the chart draws, where it can't draw all. The table has all. */
    drawn: z.int().positive().optional(),
    /** What one has to know to read the figures. */
    note: InEachLanguage.optional(),
    /** The years that the figures are about. */
    period: z.strictObject({ from: z.int(), to: z.int() }),
    source: z.string().min(1),
    /**
     * As for a fact: false, or the mark of the numbers that were confirmed. What is not confirmed never reaches a
     * production build.
     */
    confirmed: z.union([z.literal(false), z.string().regex(MARK)], {
      error: 'write false, or the mark that npm run launch-check shows once the numbers are confirmed',
    }),
  })
  .superRefine((series, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const ids = series.rows.map(({ id }) => id);
    for (const [row, { id, name, values }] of series.rows.entries()) {
      if (ids.indexOf(id) !== row) complain(['rows', row], `${id} stands there twice`);
      if (typeof id === 'string' && !name) complain(['rows', row], `${id} has no name`);
      if (values.length !== series.columns.length) complain(['rows', row], 'not one value for each column');
    }
    const columns = { years: 1, bars: 1, mirror: 2, panels: Math.min(series.columns.length, 3) }[
      series.shape
    ];
    if (series.columns.length !== columns) complain(['columns'], `${series.shape} draws ${columns}`);
    const mark = markOfNumbers(series);
    if (series.confirmed !== false && series.confirmed !== mark)
      complain(
        ['confirmed'],
        `the numbers are others than were confirmed. Once somebody has confirmed these, write “${mark}”; until then “false”`,
      );
  })
  .transform((series) => ({ ...series, confirmed: series.confirmed !== false }));
export type Series = z.infer<typeof Series>;

/** The mark of the numbers of a series: what is counted of whom in which years, without the words around it. */
export function markOfNumbers({
  rows,
  columns,
  period,
}: Pick<Series, 'rows' | 'columns' | 'period'>): string {
  return markOf(
    rows.map(({ id, values }) => [id, values]),
    columns.map(({ id }) => id),
    [period.from, period.to],
  );
}

/**
 * The numbers of a series that are too small to be told: 1 to 4 in one of the last years before it was published, or
 * in a period that reaches into them. Each as the row's id with the column's.
 */
export function tooSmall({ rows, columns, period }: Series, published: number): string[] {
  return rows.flatMap(({ id, values }) => {
    const lastYear = typeof id === 'number' ? id : period.to;
    if (lastYear < published - RECENT_YEARS) return [];
    return values.flatMap((value, column) =>
      typeof value === 'number' && value > 0 && value < SMALLEST_GROUP
        ? [`${id} ${columns[column]?.id}`]
        : [],
    );
  });
}
