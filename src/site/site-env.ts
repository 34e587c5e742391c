/** What a build is for: the real site, where nothing unconfirmed shows, or a look and a test on this computer. */
export type SiteEnv = 'production' | 'local';

/**
 * What is being built: the real site, unless `SITE_ENV=local` says otherwise. `npm start`, `npm run dev`, tests and
 * measurements say so; whoever forgets gets the strict one. Throws on any other value, which would be a slip.
 */
export function siteEnv(): SiteEnv {
  const said = process.env['SITE_ENV'] || 'production';
  if (said === 'production' || said === 'local') return said;
  throw new Error(`SITE_ENV is “${said}”. Set it to local for a look, or leave it out for the real site.`);
}
