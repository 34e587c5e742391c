import { type Plugin, transformWithOxc } from 'vite';

const NOBLE = /\/@noble\/hashes\/[\w-]+\.js(\?|$)/;

/**
 * A Vite plugin: the fields of the classes of @noble/hashes, which telephones of 2022 do not all know, become assignments.
 * Left to the bundler they become calls of a helper, a file of its own that every page would fetch; no class of that
 * package has an accessor that an assignment could meet.
 */
export function plainFields(target: string[]): Plugin {
  return {
    name: 'plain-fields',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async transform(code, id) {
      if (!NOBLE.test(id.replaceAll('\\', '/'))) return null;
      const plain = await transformWithOxc(code, id, {
        lang: 'js',
        target,
        assumptions: { setPublicClassFields: true },
      });
      return { code: plain.code, map: null };
    },
  };
}
