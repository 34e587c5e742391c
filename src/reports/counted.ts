import * as z from 'zod';
import { columnName, rowName } from '../desk/figures/names.ts';
import {
  COUNTED,
  type Counted,
  FIGURE_TABLE_NAMES,
  FIGURE_TABLES,
  type FigureTable,
  type FigureTableName,
} from '../desk/figures/tables.ts';
import { keptBy } from '../desk/kept/kept.ts';
import { createText, type Text } from '../desk/words/text.ts';
import { languages, localeOf, type SiteLanguage } from '../i18n/languages.ts';
import { stringsOf } from '../i18n/resources.ts';
import { translator } from '../i18n/translator.ts';
import type { ReportFile } from './schema.ts';
import { Cell, type Series } from './series.ts';

/** The figures of a year as the desk saves them: the numbers of each table, row by row, as they may be told. */
export const CountedYear = z.strictObject({
  year: z.int(),
  totals: z.strictObject({ contacts: Cell, written: Cell, victims: Cell }),
  tables: z.partialRecord(z.enum(FIGURE_TABLE_NAMES), z.array(z.array(Cell))),
});
export type CountedYear = z.infer<typeof CountedYear>;

/** A series as its file has it. */
type SeriesFile = Omit<z.input<typeof Series>, 'confirmed'> & { confirmed: false };

/** The report of a year that was counted, and its series by name: what stands in the files of content/reports. */
export type CountedReport = { report: z.input<typeof ReportFile>; series: Map<string, SeriesFile> };

/** Something said in each language. */
const inEach = (say: (language: SiteLanguage) => string) =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<
    (typeof languages)[number],
    string
  >;

/** Speaks as the desk does, in each language. Learning its strings takes a while, and each is asked for in every row. */
type DeskWords = (language: SiteLanguage) => Text;
const deskWords = (): DeskWords =>
  keptBy((language: SiteLanguage) => createText(stringsOf(language, 'desk'), language));

function monthName(language: SiteLanguage) {
  const format = new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: 'UTC' });
  return (month: number) => format.format(Date.UTC(2024, month - 1, 1));
}

/** An id that a row may have: a letter first, and no sign of sums. */
const idOf = (row: string) => (/^[a-z]/.test(row) ? row : `r${row.replace('+', '-up')}`);

/** A table of the desk as a series; null where its numbers are not those of the table. */
function seriesOf(
  { year, totals, tables }: CountedYear,
  name: FigureTableName,
  textIn: DeskWords,
): SeriesFile | null {
  const table: FigureTable = FIGURE_TABLES[name];
  const cells = tables[name];
  const width = table.columns?.names.length ?? 1;
  if (cells?.length !== table.rows.length || cells.some((line) => line.length !== width)) return null;
  const total = totals[table.of];
  if (typeof total !== 'number') return null;
  const columns = table.columns?.names.map((id) => ({
    id,
    name: inEach((language) => columnName(textIn(language), id)),
  }));
  const hides = cells.flat().some((cell) => typeof cell !== 'number');
  return {
    shape: columns ? 'panels' : 'bars',
    title: inEach((language) => textIn(language)(`figures.${name}`)),
    finding: inEach((language) =>
      translator(language, 'site')(`counted.finding.${table.of}`, { year, count: total }),
    ),
    unit: inEach((language) => translator(language, 'site')('counted.unit')),
    rowsAre: inEach((language) => textIn(language)(`figures.${name}`)),
    columns: columns ?? [
      { id: 'people', name: inEach((language) => translator(language, 'site')('counted.number')) },
    ],
    rows: table.rows.map((row, at) => ({
      id: idOf(row),
      name: inEach((language) => rowName(textIn(language), name, row, monthName(language))),
      values: [...(cells[at] ?? [])],
    })),
    ...(hides && { note: inEach((language) => translator(language, 'site')('counted.note')) }),
    period: { from: year, to: year },
    source: `register cards of ${year}, counted at the desk`,
    confirmed: false,
  };
}

/**
 * Makes the report of a year out of what the desk counted: a chapter for each of those whom it counts, with their tables.
 * Nothing in it is confirmed, so that no number reaches the real site before somebody has looked at it. Null where no table
 * can be told, or one has not the rows that it should.
 */
export function countedReport(counted: CountedYear): CountedReport | null {
  const names = FIGURE_TABLE_NAMES.filter((name) => counted.tables[name]);
  const series = new Map<string, SeriesFile>();
  const textIn = deskWords();
  for (const name of names) {
    const one = seriesOf(counted, name, textIn);
    if (!one) return null;
    series.set(name, one);
  }
  const { year } = counted;
  const title = (of: Counted | 'year') =>
    inEach((language) => translator(language, 'site')(`counted.title.${of}`, { year }));
  const lead = (of: Counted | 'year') =>
    inEach((language) => translator(language, 'site')(`counted.lead.${of}`, { year }));
  const chapters = COUNTED.flatMap((of) => {
    const own = names.filter((name) => FIGURE_TABLES[name].of === of);
    return own.length > 0 ? [{ id: of, title: title(of), lead: lead(of), series: own }] : [];
  });
  if (chapters.length === 0) return null;
  const report = { year: year + 1, title: title('year'), lead: lead('year'), chapters };
  return { report, series };
}
