import type { Sheet } from '../../../src/charts/sheet.ts';
import { languages, type SiteLanguage } from '../../../src/i18n/languages.ts';
import { loadReports } from '../../../src/reports/load.ts';
import type { Series } from '../../../src/reports/series.ts';
import { sheetOf } from '../../../src/reports/sheet.ts';

/** The report on thirty years of work. */
export function report2024() {
  const report = loadReports().find(({ id }) => id === '2024');
  if (!report) throw new Error('The report of 2024 is gone');
  return report;
}

/** A series of the report of 2024 by its name. */
export function series2024(name: string): Series {
  const series = report2024().series.get(name);
  if (!series) throw new Error(`The report of 2024 has no series ${name}`);
  return series;
}

/** Every series of the report of 2024 in every language. */
export function sheets2024(): { lang: SiteLanguage; shape: Series['shape']; sheet: Sheet }[] {
  return languages.flatMap((lang) =>
    [...report2024().series].map(([name, series]) => ({
      lang,
      shape: series.shape,
      sheet: sheetOf(name, series, lang),
    })),
  );
}
