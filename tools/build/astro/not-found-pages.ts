import { existsSync, renameSync, rmdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { languagesWith } from '../../../src/site/routes.ts';
import { shownLanguages } from '../../../src/site/shown-languages.ts';

/**
 * An Astro integration: Cloudflare answers for a missing address with the nearest `404.html` above it, so the page of
 * each language goes from `/nl/404/index.html`, where Astro puts it, to `/nl/404.html`; so does the desk's, below
 * `/nl/desk/`.
 */
export function notFoundPages(): AstroIntegration {
  return {
    name: 'not-found-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const atDesk = languagesWith('desk').map((lang) => `${lang}/desk`);
        for (const place of [...shownLanguages(), ...atDesk]) {
          const folder = fileURLToPath(new URL(`${place}/404/`, dir));
          if (!existsSync(folder)) throw new Error(`${folder} was not built`);
          renameSync(`${folder}index.html`, fileURLToPath(new URL(`${place}/404.html`, dir)));
          rmdirSync(folder);
        }
      },
    },
  };
}
