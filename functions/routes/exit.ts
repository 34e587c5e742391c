import { Hono } from 'hono';
import type { App } from '../env.ts';

const LANGUAGES = ['nl', 'fr', 'en'];

/** `GET /x?l=nl|fr|en`: the way out for a browser without scripts, to the weather. */
export const exit = new Hono<App>().get('/', (c) => {
  const asked = c.req.query('l') ?? '';
  const language = LANGUAGES.includes(asked) ? asked : 'en';
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Clear-Site-Data', '"cookies", "storage"');
  return c.redirect(`https://www.meteo.be/${language}`, 303);
});
