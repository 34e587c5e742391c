import type { Sheet } from '../charts/sheet.ts';
import { factOf, isShown, mayBeShown } from '../facts/facts.ts';
import { writeFact } from '../facts/write.ts';
import type { SiteLanguage } from '../i18n/languages.ts';
import type { Figure, Report } from './schema.ts';
import type { Series } from './series.ts';
import { sheetOf } from './sheet.ts';

/** A series that may be shown: in a language, with how it is drawn and whether PAG-ASA still has to confirm it. */
export interface ShownSeries {
  sheet: Sheet;
  shape: Series['shape'];
  confirmed: boolean;
}

/** The series of a report that may be shown, or those that a chapter names, in their order. */
export function shownSeries(
  report: Report,
  lang: SiteLanguage,
  names: readonly string[] = [...report.series.keys()],
): ShownSeries[] {
  return names.flatMap((name) => {
    const series = report.series.get(name);
    if (!series || !mayBeShown(series)) return [];
    return [{ sheet: sheetOf(name, series, lang), shape: series.shape, confirmed: series.confirmed }];
  });
}

/** The large figures of a report or a chapter that may be shown, as people read them in a language. */
export function shownFigures(figures: readonly Figure[], lang: SiteLanguage) {
  return figures
    .filter(({ fact }) => isShown(fact))
    .map(({ fact, label }) => ({ value: writeFact(factOf(fact), lang).text, label: label[lang] }));
}
