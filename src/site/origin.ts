/** Where the site lives: `SITE_URL`, or the real one. What is printed, and the map of the site, need whole addresses. */
export const siteOrigin = new URL(process.env['SITE_URL'] ?? 'https://www.pag-asa.be').origin;

/** A path of the site as people read and type it, without the protocol: `www.pag-asa.be/nl/info/a/`. */
export const writtenAddress = (path: string) => siteOrigin.replace(/^https?:\/\//, '') + path;
