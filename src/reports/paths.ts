import type { Language } from '../i18n/languages.ts';
import { pathTo } from '../site/routes.ts';
import type { Report } from './schema.ts';

/**
 * What a report's address has after that of the annual report: nothing for the newest, which stands there itself, and
 * its name for those before it. Reports come newest first (src/reports/load.ts).
 */
export function reportSlug(report: Report, reports: readonly Report[]): string {
  return report === reports[0] ? '' : `${report.id}/`;
}

/** The address of a report. */
export function reportPath(report: Report, reports: readonly Report[], lang: Language): string {
  return pathTo('report', lang) + reportSlug(report, reports);
}

/** What stands in the address of the file of all series, in place of one's name. */
export const ALL_DATA = 'all-data';

/** The address of a series as a CSV file. It has the report's name from the first day, and so never changes. */
export function csvPath(report: Report, series: string, lang: Language): string {
  return `${pathTo('report', lang)}${report.id}/${series}.csv`;
}
