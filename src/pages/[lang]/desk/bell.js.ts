import type { APIRoute } from 'astro';
import bell from '../../../desk/ringing/service/bell.ts?inline-script';
import { isPageLanguage } from '../../../i18n/languages.ts';
import { translator } from '../../../i18n/translator.ts';
import { languagePaths } from '../../../site/paths.ts';
import { languagesWith, pathTo } from '../../../site/routes.ts';

export const getStaticPaths = () => languagePaths('desk');

/** The desk's service worker, with the words that it shows in this language and the addresses of the desk. */
export const GET: APIRoute = ({ params: { lang } }) => {
  if (!isPageLanguage(lang)) throw new Error('The desk has no such language.');
  const t = translator(lang, 'desk');
  const words = { title: t('title'), text: t('ring.waits'), lost: t('ring.lost') };
  const desks = languagesWith('desk').map((language) => pathTo('desk', language));
  const given = Object.entries({ words, desk: pathTo('desk', lang), desks })
    .map(([name, value]) => `self.${name}=${JSON.stringify(value)};`)
    .join('');
  return new Response(given + bell, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
};
