import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The worlds that have no chunk in common with any other, and where the code of each stands. */
const WORLDS = [
  worldAt('desk', '../../../src/desk/'),
  // Each chunk that it shared with the forms would make theirs larger, by what only another centre's page needs.
  worldAt('partner', '../../../src/reporter/partner/'),
];

function worldAt(name: string, folder: string) {
  return { mark: `?world=${name}`, folder: fileURLToPath(new URL(folder, import.meta.url)) };
}

const CODE = /\.(?<type>[cm]?[jt]s|json)$/;

/**
 * A Vite plugin: the desk, and the page of another centre, get modules of their own of all that they share with the pages
 * of reporters, so that these have no chunk in common with them. A chunk that both load holds what either needs, and the
 * reporter's telephone would carry what only the other asks of the protocol and its libraries.
 */
export function worldsApart(): Plugin {
  return {
    name: 'worlds-apart',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      const world = WORLDS.find(
        ({ mark, folder }) => importer?.startsWith(folder) || importer?.endsWith(mark),
      );
      if (!importer || !world) return null;
      const from = importer.replace(world.mark, '');
      const found = await this.resolve(source, from, { ...options, skipSelf: true });
      const shared = found && !found.external && isAbsolute(found.id) && !found.id.startsWith(world.folder);
      if (!shared || !CODE.test(found.id)) return found;
      return { ...found, id: found.id + world.mark };
    },
    load(id) {
      const world = WORLDS.find(({ mark }) => id.endsWith(mark));
      if (!world) return null;
      const path = id.slice(0, -world.mark.length);
      const type = CODE.exec(path)?.groups?.['type'];
      const moduleType = type === 'json' ? 'json' : type?.endsWith('ts') ? 'ts' : 'js';
      return { code: readFileSync(path, 'utf8'), moduleType };
    },
  };
}
