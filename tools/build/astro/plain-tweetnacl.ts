import type { Plugin } from 'vite';

const TWEETNACL = /\/tweetnacl\/nacl-fast\.js(\?|$)/;

/** How its file begins and ends: one function, that puts what it offers into `module.exports`. */
const AROUND =
  /^\(function\(nacl\) \{\n'use strict';\n(?<body>[\s\S]*)\n\}\)\(typeof module !== 'undefined' && module\.exports \? module\.exports : \(self\.nacl = self\.nacl \|\| \{\}\)\);\s*$/;

/** What it offers, and what that has in turn: `nacl.box = …;` and `nacl.box.open = …;`, a function, an object or a value. */
const OFFERED = /^nacl\.(?<name>\w+)(?<below>(?:\.\w+)*) = (?<what>(?:function|\{)[\s\S]*?\n\}|.+?);\n/gm;

const DEFAULT_IMPORT = /\bimport nacl from (['"]tweetnacl['"])/;

/**
 * A Vite plugin: tweetnacl, the one package of pages that is written for Node's `require`, reads as a module, which exports
 * each thing that it offers by itself. Else every page that seals would carry the bundler's means to load such packages, and
 * what signs and hashes, of which it uses nothing: a bundler leaves nothing out of what lies in `module.exports`.
 */
export function plainTweetnacl(): Plugin {
  return {
    name: 'plain-tweetnacl',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    transform(code, id) {
      if (TWEETNACL.test(id.replaceAll('\\', '/'))) return { code: asModule(code), map: null };
      // Node knows of such a package only a default; of a namespace the bundler takes what is used.
      return DEFAULT_IMPORT.test(code)
        ? { code: code.replace(DEFAULT_IMPORT, 'import * as nacl from $1'), map: null }
        : null;
    },
  };
}

/** The text of tweetnacl's file as one of a module. Its functions stay as they are. Throws when it is written otherwise. */
export function asModule(code: string): string {
  const body = AROUND.exec(code)?.groups?.['body'];
  if (body === undefined)
    throw new Error('tweetnacl is not written as it was: see tools/build/astro/plain-tweetnacl.ts');
  const parts = new Map<string, string>();
  for (const { groups = {} } of body.matchAll(OFFERED)) {
    const { name = '', below = '', what = '' } = groups;
    parts.set(name, `${parts.get(name) ?? 'const it'}${parts.has(name) ? `it${below}` : ''} = ${what};\n`);
  }
  // Each stands where it was begun: below the values that it takes, and above what calls it at once.
  const exported = body.replace(OFFERED, (_, name: string, below: string) =>
    below === ''
      ? `export const ${name} = /* @__PURE__ */ (() => {\n${parts.get(name)}return it;\n})();\n`
      : '',
  );
  // What it offers it calls by the name that this had inside of the function.
  return `import * as nacl from 'tweetnacl';\nconst require = undefined;\n${exported}`;
}
