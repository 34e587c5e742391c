import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const MARK = '?world=desk';
const DESK = fileURLToPath(new URL('../../../src/desk/', import.meta.url));
const CODE = /\.(?<type>[cm]?[jt]s|json)$/;

/**
 * A Vite plugin: the desk gets modules of its own of all that it shares with the pages of reporters, so that the two
 * have no chunk in common. A chunk that both load holds what either needs, and the reporter's telephone would carry what
 * only the desk asks of the protocol and its libraries.
 */
export function worldsApart(): Plugin {
  return {
    name: 'worlds-apart',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      if (!importer || !(importer.startsWith(DESK) || importer.endsWith(MARK))) return null;
      const from = importer.replace(MARK, '');
      const found = await this.resolve(source, from, { ...options, skipSelf: true });
      const shared = found && !found.external && isAbsolute(found.id) && !found.id.startsWith(DESK);
      if (!shared || !CODE.test(found.id)) return found;
      return { ...found, id: found.id + MARK };
    },
    load(id) {
      if (!id.endsWith(MARK)) return null;
      const path = id.slice(0, -MARK.length);
      const type = CODE.exec(path)?.groups?.['type'];
      const moduleType = type === 'json' ? 'json' : type?.endsWith('ts') ? 'ts' : 'js';
      return { code: readFileSync(path, 'utf8'), moduleType };
    },
  };
}
