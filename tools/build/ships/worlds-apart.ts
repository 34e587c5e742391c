import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** The worlds that have no chunk in common with any other, and where the code of each stands. */
const WORLDS = [
  worldAt('desk', '../../../src/desk/'),
  // A chunk that two pages share holds what either needs, and is compressed by itself: on a slow line everybody would
  // wait for what only the other page asks. Few go from one to the other, and the mailbox is for another day.
  worldAt('form', '../../../src/reporter/referral-form/'),
  worldAt('work', '../../../src/reporter/work-form/'),
  worldAt('request', '../../../src/reporter/request-form/'),
  worldAt('mailbox', '../../../src/reporter/mailbox/'),
  worldAt('partner', '../../../src/reporter/partner/'),
];

function worldAt(name: string, folder: string) {
  return { mark: `?world=${name}`, folder: fileURLToPath(new URL(folder, import.meta.url)) };
}

const CODE = /\.(?<type>[cm]?[jt]s|json)$/;

/** The mere address of a Web Worker. It has a world too, so that it is no chunk by itself; Vite makes what it holds. */
const ADDRESS = /\?worker&url$/;

/**
 * A Vite plugin: each world gets modules of its own of all that it shares with others, so that it has no chunk in common
 * with them. The script of each page is then one file, with what this page asks of the protocol and its libraries.
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
      if (!shared) return found;
      if (ADDRESS.test(found.id)) return { ...found, id: found.id + world.mark.replace('?', '&') };
      return CODE.test(found.id) ? { ...found, id: found.id + world.mark } : found;
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
