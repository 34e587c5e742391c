import type { APIRoute } from 'astro';
import { isPageLanguage } from '../../../i18n/languages.ts';
import { translator } from '../../../i18n/translator.ts';
import { languagePaths } from '../../../site/paths.ts';
import { pathTo } from '../../../site/routes.ts';

export const getStaticPaths = () => languagePaths('desk');

/** What the desk is called on a home screen, where iPhones want it before they let it ring. Nothing in it says whose it is. */
export const GET: APIRoute = ({ params: { lang } }) => {
  if (!isPageLanguage(lang)) throw new Error('The desk has no such language.');
  const title = translator(lang, 'desk')('title');
  const start = pathTo('desk', lang);
  const manifest = {
    ...{ id: start, name: title, short_name: title, lang, start_url: start, scope: start },
    ...{ display: 'standalone', background_color: '#0D1A1E', theme_color: '#0D1A1E', icons: [] },
  };
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } });
};
