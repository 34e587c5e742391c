import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pagesIn, pathTo, placeOf } from '../../../src/site/routes.ts';
import { shownLanguages } from '../../../src/site/shown-languages.ts';

/**
 * What does not fit between what was built and the table of pages (src/site/pages.ts): a page that no row has, which
 * nobody decided a policy for, and a row that nothing shows. Takes the folder of what is served.
 */
export function strayPages(root: string): string[] {
  const built = globSync('**/*.html', { cwd: root }).map((file) => `/${file.replaceAll('\\', '/')}`);
  const stray = built.filter((file) => placeOf(file) === undefined);
  const missing = shownLanguages().flatMap((language) =>
    pagesIn(language)
      .map((page) => pathTo(page, language))
      .filter((path) => !existsSync(join(root, path, 'index.html'))),
  );
  return [
    ...stray.map((file) => `${file} was built and has no row in src/site/pages.ts`),
    ...missing.map((path) => `${path} has a row in src/site/pages.ts and was not built`),
  ].sort();
}

/** An Astro integration: refuses a build whose pages are not those of the table. */
export function wholePages(): AstroIntegration {
  return {
    name: 'whole-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const faults = strayPages(fileURLToPath(dir));
        if (faults.length > 0) throw new Error(faults.join('\n'));
      },
    },
  };
}
