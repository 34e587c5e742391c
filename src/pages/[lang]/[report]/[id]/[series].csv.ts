import type { APIRoute, GetStaticPaths } from 'astro';
import * as z from 'zod';
import { languages } from '../../../../i18n/languages.ts';
import { allCsv, seriesCsv } from '../../../../reports/csv.ts';
import { loadReports } from '../../../../reports/load.ts';
import { ALL_DATA } from '../../../../reports/paths.ts';
import { shownSeries } from '../../../../reports/shown.ts';
import { slugOf } from '../../../../site/routes.ts';

/** One file for each series that may be shown and one for all, in each language. */
export const getStaticPaths = (() =>
  languages.flatMap((lang) =>
    loadReports().flatMap((report) => {
      const sheets = shownSeries(report, lang).map(({ sheet }) => sheet);
      const files = [
        ...sheets.map((sheet) => ({ series: sheet.name, text: seriesCsv(report, sheet, lang) })),
        { series: ALL_DATA, text: allCsv(report, sheets, lang) },
      ];
      return files.map(({ series, text }) => ({
        params: { lang, report: slugOf('report', lang).slice(0, -1), id: report.id, series },
        props: { text },
      }));
    }),
  )) satisfies GetStaticPaths;

const Props = z.object({ text: z.string() });

/** A series as a CSV file. */
export const GET: APIRoute = ({ props }) =>
  new Response(Props.parse(props).text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
