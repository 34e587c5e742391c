import type { Plugin } from 'vite';

const TWEETNACL = /\/tweetnacl\/nacl-fast\.js(\?|$)/;

/**
 * A Vite plugin: tweetnacl, the one package of pages that is written for Node's `require`, reads as a module. Else every
 * page that seals would carry the bundler's means to load such packages, which is more than some of our own scripts. Its
 * code stays as it is: it finds a `module` to put itself into, and no `require` to ask Node for random bytes.
 */
export function plainTweetnacl(): Plugin {
  return {
    name: 'plain-tweetnacl',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (!TWEETNACL.test(id.replaceAll('\\', '/'))) return null;
      const before = 'const module = { exports: {} };\nconst require = undefined;\n';
      return { code: `${before}${code}\nexport default module.exports;\n`, map: null };
    },
  };
}
