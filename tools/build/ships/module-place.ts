import { relative } from 'node:path';

/** Where a module of a bundle comes from. */
export type Place = { of: 'ours' | 'package' | 'builder' | 'address'; name: string };

/**
 * What the builder itself adds: helpers for old syntax, for modules in one file and for imports that come later, and the
 * empty module that stands for
 * one of Node's (tweetnacl would take random bytes from there, where it runs in Node).
 */
const BUILDER = /^\0(rolldown\/|@oxc-project\+runtime@|vite\/preload-helper)|^\0?__vite-browser-external$/;

/**
 * Where the module with this id comes from: a file below `root` by its path, with `/`; a package by its name; a helper
 * of the builder; or the mere address of a script that ships by itself.
 */
export function placeOf(id: string, root: string): Place {
  if (BUILDER.test(id)) return { of: 'builder', name: id.replace('\0', '') };
  const [path = '', query = ''] = id.replaceAll('\\', '/').split('?');
  const name = path.split('node_modules/').at(-1) ?? '';
  if (name !== path) {
    return { of: 'package', name: name.split('/', name.startsWith('@') ? 2 : 1).join('/') };
  }
  const ours = relative(root, path).replaceAll('\\', '/');
  return { of: /(^|&)worker(&|$)/.test(query) ? 'address' : 'ours', name: ours };
}
