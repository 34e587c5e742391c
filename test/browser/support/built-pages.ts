import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_PAGES } from '../../../tools/test/test-site.ts';

/** Every page that was built, as the path that a visitor asks for. */
export function builtPages(): { file: string; path: string }[] {
  return globSync(`${TEST_PAGES}/**/*.html`)
    .sort()
    .map((file) => ({
      file,
      path: file
        .slice(TEST_PAGES.length)
        .replaceAll('\\', '/')
        .replace(/index\.html$/, '')
        .replace(/404\.html$/, 'nowhere/'),
    }));
}

/** The file that answers for a path, or nothing. */
export function fileFor(path: string): string | undefined {
  const file = join(TEST_PAGES, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) ? file : undefined;
}

/** Where the links of a page lead, as they stand in it. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
}

/** The text of the file for a path. Throws where there is none. */
export function read(path: string): string {
  const file = fileFor(path);
  if (!file) throw new Error(`There is no file for ${path}`);
  return readFileSync(file, 'utf8');
}
