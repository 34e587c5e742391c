import type { APIRoute } from 'astro';
import { type Language, languages } from '../i18n/languages.ts';
import { loadReports } from '../reports/load.ts';
import { reportPath } from '../reports/paths.ts';
import { indexedPages, pathTo } from '../site/routes.ts';
import { campaigns } from '../texts/read.ts';

/** Every page that search engines may show, each with its translations (sitemaps.org 0.9, xhtml:link for hreflang). */
export const GET: APIRoute = async ({ site }) => {
  const address = (path: string) => new URL(path, site).href;
  const reports = loadReports();
  const pages = [
    ...indexedPages.map((page) => (lang: Language) => pathTo(page, lang)),
    ...(await campaigns(languages[0])).map(
      ({ date }) =>
        (lang: Language) =>
          `${pathTo('campaigns', lang)}${date}/`,
    ),
    ...reports.slice(1).map((report) => (lang: Language) => reportPath(report, reports, lang)),
  ];
  const urls = pages.flatMap((pathIn) => {
    const alternates = languages.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${address(pathIn(lang))}"/>`,
    );
    return languages.map((lang) => `<url><loc>${address(pathIn(lang))}</loc>${alternates.join('')}</url>`);
  });
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    `<url><loc>${address('/')}</loc></url>`,
    ...urls,
    '</urlset>',
  ];
  return new Response(`${body.join('\n')}\n`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
