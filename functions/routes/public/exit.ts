import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { App } from '../../env.ts';

/**
 * The languages in which the weather is there; whoever leaves from a page in another reads it in English. With scripts
 * src/site/browser/quick-exit.ts leads to the same.
 */
const OF_THE_WEATHER = ['nl', 'fr', 'en'];

/** A language of ours, by what its tag looks like. */
const LANGUAGE = '[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?';

/**
 * `GET /x/nl/`, and so in each language: the way out for a browser without scripts. A page with nothing on it that leads on
 * to the weather by itself, or by its link where a browser is told not to. It is a page, and no redirect, because
 * browsers that check a site's code let it send nobody to another host by a header; for them it is also the same bytes
 * each time. `GET /x?l=nl` is the same.
 */
export const exit = new Hono<App>()
  .get('/', (c) => answer(c, c.req.query('l') ?? ''))
  .get(`/:language{${LANGUAGE}}`, (c) => answer(c, c.req.param('language')))
  .get(`/:language{${LANGUAGE}}/`, (c) => answer(c, c.req.param('language')));

function answer(c: Context<App>, asked: string) {
  if (isOwnVisit(c.req.raw.headers)) c.header('Clear-Site-Data', '"storage"');
  return c.html(exitPage(OF_THE_WEATHER.includes(asked) ? asked : 'en'));
}

/**
 * Whether a person goes to this address by themselves or from a page of ours. Another site that links here or shows
 * this as a picture, and a browser that fetches ahead, must not be able to clear what this site keeps in a browser.
 * Browsers that don't say (Safari before 16.4) are believed.
 */
function isOwnVisit(headers: Headers): boolean {
  if ((headers.get('Sec-Purpose') ?? headers.get('Purpose') ?? '').includes('prefetch')) return false;
  const [mode, dest, site] = ['Mode', 'Dest', 'Site'].map((name) => headers.get(`Sec-Fetch-${name}`));
  if (mode === null && dest === null && site === null) return true;
  return mode === 'navigate' && dest === 'document' && (site === 'none' || site === 'same-origin');
}

function exitPage(language: string) {
  const weather = `https://www.meteo.be/${language}`;
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="0; url=${weather}">
<title>www.meteo.be</title>
<link rel="icon" href="data:,">
<a href="${weather}" rel="noreferrer">www.meteo.be</a>
</html>
`;
}
