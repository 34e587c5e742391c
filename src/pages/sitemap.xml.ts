import type { APIRoute } from 'astro';
import { type Language, languages, original } from '../i18n/languages.ts';
import { loadReports } from '../reports/load.ts';
import { reportPath } from '../reports/paths.ts';
import { indexedPages, languagesWith, pathTo } from '../site/routes.ts';
import { campaigns } from '../texts/read.ts';

/** Every page that search engines may show, each with its translations (sitemaps.org 0.9, xhtml:link for hreflang). */
export const GET: APIRoute = async ({ site }) => {
  const address = (path: string) => new URL(path, site).href;
  const reports = loadReports();
  /** A page with its translations: the languages it is in, and its path in each. */
  const pages: { languages: readonly Language[]; pathIn: (lang: Language) => string }[] = [
    ...indexedPages.map((page) => ({
      languages: languagesWith(page),
      pathIn: (lang: Language) => pathTo(page, lang),
    })),
    ...(await campaigns(original)).map(({ date }) => ({
      languages,
      pathIn: (lang: Language) => `${pathTo('campaigns', lang)}${date}/`,
    })),
    ...reports.slice(1).map((report) => ({
      languages,
      pathIn: (lang: Language) => reportPath(report, reports, lang),
    })),
  ];
  const urls = pages.flatMap(({ languages, pathIn }) => {
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
