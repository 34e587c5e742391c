import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect } from 'vitest';
import { contentProblems } from '../../../tools/check/content/problems.ts';

/** A copy of the texts, and of the sources that use them, which a test may spoil. */
export const folder = mkdtempSync(join(tmpdir(), 'content-'));
cpSync('content', join(folder, 'content'), { recursive: true });
cpSync('src', join(folder, 'src'), { recursive: true });
cpSync('functions', join(folder, 'functions'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Does something while one file of the copy is changed. */
export async function withChange<Result>(
  file: string,
  change: (text: string) => string,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after, 'the change changes something').not.toBe(before);
  writeFileSync(path, after);
  try {
    return await act();
  } finally {
    writeFileSync(path, before);
  }
}

/** What is said of the copy. Files are read from where the program runs. */
export async function said(): Promise<string> {
  const home = process.cwd();
  process.chdir(folder);
  try {
    return (await contentProblems()).join('\n');
  } finally {
    process.chdir(home);
  }
}

/** What a tool prints about the copy, when it fails. */
export function printed(tool: string): string {
  const run = spawnSync(process.execPath, [resolve(tool)], { cwd: folder, encoding: 'utf8' });
  expect(run.status).not.toBe(0);
  return run.stdout + run.stderr;
}

/** Nothing of the way through the code, which says nothing to whoever wrote a text. */
export const STACK = /^\s+at |node:internal|\.ts:\d+|Error:|ZodError|YAMLParse/m;

export const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** The line, from 1, on which a text has some words. */
export function lineWith(file: string, words: string): number {
  const before = readFileSync(join(folder, file), 'utf8').split(words)[0] ?? '';
  return before.split('\n').length;
}
