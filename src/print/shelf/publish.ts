import { copyFileSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Printed, printed } from './printed.ts';

/**
 * Copies what was made into a folder that is the root of the site, and returns the documents that are there. What an
 * earlier time left there is deleted first: a draft must not lie beside what may be given away.
 */
export function publishPrint(root: string): Printed[] {
  for (const stale of globSync(`${root}/print/*/*.{pdf,webp}`)) rmSync(stale);
  const there = printed().filter(({ bytes }) => bytes !== undefined);
  for (const { path, file, preview } of there) {
    copy(file, join(root, path));
    if (preview) copy(preview.file, join(root, preview.path));
  }
  return there;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
