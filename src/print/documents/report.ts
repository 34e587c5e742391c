import { languages, type SiteLanguage } from '../../i18n/languages.ts';
import { translator } from '../../i18n/translator.ts';
import { loadReports } from '../../reports/load.ts';
import type { Chapter, Report } from '../../reports/schema.ts';
import { type ShownSeries, shownFigures, shownSeries } from '../../reports/shown.ts';
import { milestones, reportText } from '../../reports/texts.ts';
import { siteOrigin, writtenAddress } from '../../site/origin.ts';
import { pathTo, slugOf } from '../../site/routes.ts';
import { printChart } from '../engine/chart.ts';
import { type PrintDocument, printDocument } from '../engine/document.ts';

/** A report of more pages is no longer something to print at an office. */
const MOST_PAGES = 24;

/** What a report is one version of: `report-2024`. */
export const reportItem = ({ id }: Report) => `report-${id}`;

/** Every annual report in every language of the site, from the same files as its page. */
export function annualReports(reports: readonly Report[] = loadReports()): PrintDocument[] {
  return reports.flatMap((report) => languages.map((language) => annualReport(report, language)));
}

function annualReport(report: Report, language: SiteLanguage): PrintDocument {
  const t = translator(language, 'site');
  const kind = t('report.kind', { year: report.year });
  const data = {
    origin: siteOrigin,
    kind,
    headline: report.title[language],
    lead: report.lead[language],
    figures: shownFigures(report.figures, language),
    foreword: reportText(`${report.id}/foreword`, language) ?? null,
    chapters: report.chapters.map((chapter) => printedChapter(report, chapter, language)),
    reading: reportText(`${report.id}/reading`, language) ?? null,
    imprint: reportText('imprint', language) ?? null,
    web: { path: pathTo('report', language), address: writtenAddress(pathTo('report', language)) },
    gift: {
      title: t('donate.band'),
      text: t('donate.bandText'),
      path: pathTo('donate', language),
      address: writtenAddress(pathTo('donate', language)),
    },
    words: {
      contents: t('report.contents'),
      unconfirmed: translator(language, 'safe')('unconfirmed'),
      source: t('report.source', { year: report.year }),
    },
  };
  const slug = slugOf('report', language).slice(0, -1);
  return printDocument({
    item: reportItem(report),
    offeredOn: 'report',
    language,
    paper: 'a4',
    pages: { most: MOST_PAGES },
    title: t('report.titled', { title: report.title[language], year: report.year }),
    file: `${slug}-${report.id}`,
    single: true,
    // Written in the languages of the site; what PAG-ASA must confirm is marked within it.
    confirmed: true,
    unsure: isUnsure(data),
    template: 'report',
    data,
  });
}

/** Whether a part of a text or a series is not confirmed, however deep it stands in the data. */
function isUnsure(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return Object.entries(data).some(
    ([key, value]) => (key === 'confirmed' && value === false) || isUnsure(value),
  );
}

function printedChapter(report: Report, chapter: Chapter, lang: SiteLanguage) {
  return {
    title: chapter.title[lang],
    lead: chapter.lead[lang],
    figures: shownFigures(chapter.figures, lang),
    text: reportText(`${report.id}/${chapter.id}`, lang) ?? null,
    milestones: chapter.timeline ? milestones(lang) : [],
    charts: shownSeries(report, lang, chapter.series).map((series) => chart(series, lang)),
  };
}

/**
 * A series as its page has it. Where the names of its rows are long, its chart is the narrow one, which leaves room
 * for the table beside it; else the wide one, with the table beneath.
 */
function chart({ sheet, shape, confirmed }: ShownSeries, lang: SiteLanguage) {
  const { title, finding, unit, period, note = null, rowsAre, columns, rows, drawn } = sheet;
  const longest = Math.max(...drawn.map(({ name }) => name.length));
  const size = shape === 'bars' && longest > LONG_NAME ? 'narrow' : 'wide';
  return {
    finding,
    what: `${title} · ${unit} · ${period}`,
    note,
    confirmed,
    size,
    drawing: printChart(shape, sheet, size, lang),
    alt: translator(lang, 'site')('report.printAlt', { title }),
    table: {
      // Years stand beside each other: the table is as wide as the chart, and low.
      lying: size === 'wide' && rows.length <= MOST_LYING,
      rowsAre,
      columns,
      rows: rows.map(({ name, cells }) => ({ name, cells: cells.map(({ text }) => text) })),
    },
  };
}

/** The letters of a name that no longer fits beside a bar of the wide chart. */
const LONG_NAME = 22;
/** How many rows can stand beside each other. */
const MOST_LYING = 10;
