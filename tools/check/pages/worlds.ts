import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { placeOf } from '../../../src/site/routes.ts';
import { loadedBy } from './sizes.ts';

/**
 * The scripts that a page of the desk loads and another page as well, by their paths in the folder of built pages: a
 * reporter's browser would get what only the desk needs, and the desk's host would have to serve what is everybody's.
 */
export function scriptsOfBothWorlds(pages: string): string[] {
  const worlds = { desk: new Set<string>(), others: new Set<string>() };
  for (const file of globSync(`${pages}/**/*.html`)) {
    const path = `/${relative(pages, file).replaceAll('\\', '/')}`;
    const world = placeOf(path)?.row.policy === 'desk' ? worlds.desk : worlds.others;
    for (const loaded of loadedBy(file, pages)) {
      if (loaded.endsWith('.js')) world.add(relative(pages, loaded).replaceAll('\\', '/'));
    }
  }
  return [...worlds.desk].filter((script) => worlds.others.has(script)).sort();
}
