import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stop } from '../terminal/run-tool.ts';

/** The real path of what is there of a path: links can lead into a repository from elsewhere. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), path.slice(parent.length));
}

/** Whether a folder is git's own: a bare repository, or the inside of `.git`. */
const isGitFolder = (folder: string) =>
  ['HEAD', 'objects', 'refs'].every((part) => existsSync(join(folder, part)));

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

/**
 * The git work tree, or repository, in which a file would lie, found without git itself: a folder above it, as far up
 * as the root, has `.git`; or the environment says so (`GIT_DIR`, `GIT_WORK_TREE`). Null when there is none: only
 * there may a secret be written.
 */
export function workTreeOf(file: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const path = realPath(resolve(file));
  const named = env['GIT_WORK_TREE'] ?? (env['GIT_DIR'] ? '.' : undefined);
  if (named) {
    const tree = realPath(resolve(named));
    if (path === tree || path.startsWith(tree.endsWith('/') ? tree : `${tree}/`)) return tree;
  }
  for (let folder = isFolder(path) ? path : dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git')) || isGitFolder(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Ends the tool where a secret file would lie in a git repository. */
export function refuseWorkTree(file: string): void {
  const tree = workTreeOf(file);
  if (tree) {
    stop(
      `${file} would lie in the git repository ${tree}, one “git add” from everybody. Nothing was changed. Take a folder ` +
        'outside, such as --key /media/stick/centre-key.secret.json',
    );
  }
}
