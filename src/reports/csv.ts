import { type CsvStyle, csv, csvOfAll } from '../charts/csv.ts';
import type { Sheet } from '../charts/sheet.ts';
import type { SiteLanguage } from '../i18n/languages.ts';
import { translator } from '../i18n/translator.ts';
import type { Report } from './schema.ts';

/** What a spreadsheet parts fields by, where it is set to a language as Belgians use it. */
const separators: Record<SiteLanguage, CsvStyle['separator']> = { nl: ';', fr: ';', en: ',' };

function styleOf(report: Report, lang: SiteLanguage): CsvStyle {
  const t = translator(lang, 'site');
  const source = t('report.csvSource', { title: report.title[lang], year: report.year });
  return { separator: separators[lang], few: t('report.csvFew'), source };
}

/** A series of a report as a CSV file in a language. */
export const seriesCsv = (report: Report, sheet: Sheet, lang: SiteLanguage) =>
  csv(sheet, styleOf(report, lang));

/** All series of a report as one CSV file in a language. */
export function allCsv(report: Report, sheets: readonly Sheet[], lang: SiteLanguage): string {
  const t = translator(lang, 'site');
  const heads = [
    t('report.csvSeries'),
    t('report.csvRow'),
    t('report.csvColumn'),
    t('report.csvValue'),
    t('report.csvUnit'),
    t('report.csvPeriod'),
  ] as const;
  return csvOfAll(sheets, heads, styleOf(report, lang));
}

/** What a saved file is called: whose it is, of which report, and what is in it. */
export function csvName(report: Report, title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return `pag-asa-${report.id}-${(words ?? []).join('-')}.csv`;
}
