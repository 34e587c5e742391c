import { cpSync, globSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { astroImports } from './read-astro.ts';

/** What the rules are about, and what it takes to follow them. */
export const PARTS = [
  'src',
  'functions',
  'tools',
  'content',
  'test',
  'astro.config.mjs',
  '.dependency-cruiser.cjs',
  'tsconfig.json',
  'package.json',
];

/** `Call.astro` and an import of it are called `Call.astro.ts` in a mirror. */
const MODULE = '.ts';

/**
 * Copies the house into an empty folder so that dependency-cruiser, which reads no `.astro` file, sees all of it: for
 * each component there stands a module with the same imports.
 */
export function mirrorHouse(to: string): void {
  for (const part of PARTS) cpSync(part, join(to, part), { recursive: true });
  for (const file of globSync(`${to}/src/**/*.astro`)) {
    const imports = astroImports(readFileSync(file, 'utf8')).map(
      (name) => `import ${JSON.stringify(name.endsWith('.astro') ? name + MODULE : name)};\n`,
    );
    writeFileSync(file + MODULE, imports.join(''));
    rmSync(file);
  }
  symlinkSync(resolve('node_modules'), join(to, 'node_modules'), 'junction');
}

/** What was said of a mirror, with the names that the files have in the house. */
export function inTheHouse(said: string): string {
  return said.replaceAll(`.astro${MODULE}`, '.astro');
}
