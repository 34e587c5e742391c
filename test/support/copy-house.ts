import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Puts a copy of what a build is made of into a folder, where a test may change it. */
export function copyHouse(folder: string): void {
  for (const part of ['content', 'functions', 'public', 'src', 'tools', 'tsconfig'])
    cpSync(part, join(folder, part), { recursive: true });
  for (const file of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'wrangler.toml'])
    cpSync(file, join(folder, file));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
}

/** Changes a file of such a copy. Throws where nothing of it changes, which would be a test of nothing. */
export function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing of ${path} was changed`);
  writeFileSync(path, after);
}
