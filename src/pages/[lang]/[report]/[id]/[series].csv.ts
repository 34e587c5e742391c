import type { APIRoute, GetStaticPaths } from 'astro';
import * as z from 'zod';
import { csv } from '../../../../charts/csv.ts';
import { languages } from '../../../../i18n/languages.ts';
import { pathTo } from '../../../../i18n/routes.ts';
import { loadReports } from '../../../../reports/load.ts';
import { shownSeries } from '../../../../reports/shown.ts';

/** One file for each series that may be shown, in each language. */
export const getStaticPaths = (() =>
  languages.flatMap((lang) =>
    loadReports().flatMap((report) =>
      shownSeries(report, lang).map(({ sheet }) => ({
        params: { lang, report: pathTo('report', lang).split('/')[2], id: report.id, series: sheet.name },
        props: { text: csv(sheet) },
      })),
    ),
  )) satisfies GetStaticPaths;

const Props = z.object({ text: z.string() });

/** A series as a CSV file. */
export const GET: APIRoute = ({ props }) =>
  new Response(Props.parse(props).text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
