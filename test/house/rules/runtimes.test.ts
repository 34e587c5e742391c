import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

function parsed(config: string): ts.ParsedCommandLine {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const read = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  if (!read) throw new Error(`${config} can't be read`);
  return read;
}

/** The programs that `npm run check -- types` reads, by the names of their runtimes. */
const programs = new Map(
  parsed('tsconfig.json').projectReferences?.map(({ path }) => [basename(path, '.json'), parsed(path)]),
);

/** What TypeScript says of a file that stands in a program, and only in memory. */
function complaints(runtime: string, path: string, code: string): string[] {
  const program = programs.get(runtime);
  if (!program) throw new Error(`there is no ${runtime}`);
  const file = resolve(path);
  expect(program.fileNames.map(dirname), 'a folder of the program').toContain(dirname(file));
  const host = ts.createCompilerHost(program.options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, languageVersion, ...rest) =>
    name === file
      ? ts.createSourceFile(name, code, languageVersion)
      : getSourceFile(name, languageVersion, ...rest);
  const built = ts.createProgram([...program.fileNames, file], program.options, host);
  return built
    .getSemanticDiagnostics(built.getSourceFile(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

/** Names that each runtime has, none of which is in JavaScript itself. */
const EVERYWHERE = ['crypto.subtle', 'TextEncoder', 'fetch', 'URL', 'setTimeout', 'atob'];

describe('the types', () => {
  it.each([
    ['worker', 'functions/http/peek.ts', ['document', 'localStorage']],
    ['worker', 'src/protocol/wire/peek.ts', ['document', 'localStorage']],
    ['browser', 'src/protocol/wire/peek.ts', ['D1Database', 'process', 'Buffer']],
    ['browser', 'src/reporter/shell/peek.ts', ['D1Database', 'process', 'Buffer']],
    ['browser', 'src/desk/inbox/peek.ts', ['D1Database', 'process', 'Buffer']],
    ['vault', 'src/desk/vault/inside/peek.ts', ['document', 'localStorage', 'D1Database', 'process']],
  ])('of %s know in %s only what it has', (runtime, path, names) => {
    const said = complaints(runtime, path, `export const all = [${[...EVERYWHERE, ...names]}];`);
    expect(said.map((one) => /^Cannot find name '(\w+)'/.exec(one)?.[1] ?? one)).toEqual(names);
  });

  it('leave no file of ours out', () => {
    const { stdout } = spawnSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], { encoding: 'utf8' });
    const read = new Set([...programs.values()].flatMap(({ fileNames }) => fileNames));
    const ours = stdout.trim().split('\n');
    expect(ours.length).toBeGreaterThan(500);
    expect(ours.filter((path) => !read.has(resolve(path)))).toEqual([]);
  });
});

describe('the lint', () => {
  /** What it says of a file in a copy of nothing but its own rules. */
  function restricted(path: string, code: string): string[] {
    const copy = mkdtempSync(join(tmpdir(), 'lint-'));
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync('biome.json', join(copy, 'biome.json'));
    writeFileSync(join(copy, path), code);
    const args = ['lint', '--vcs-enabled=false', '--reporter=github', '.'];
    const { stdout } = spawnSync('biome', args, {
      cwd: copy,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    rmSync(copy, { recursive: true });
    return [...stdout.matchAll(/^::error .*variable (\w+)\.$/gm)].map(([, name = '']) => name);
  }

  // Cloudflare's types declare them, so that no compiler misses them; what leads to any name leads to these too.
  const declared = ['process', 'Buffer', 'global', 'setImmediate', 'clearImmediate', 'globalThis', 'self'];
  const code = `export const all = [${[...EVERYWHERE, 'caches', ...declared, 'console']}];`;

  it('refuses in the Worker what its types declare and it does not have, and what would log', () => {
    expect(complaints('worker', 'functions/http/peek.ts', code)).toEqual([]);
    expect(restricted('functions/http/peek.ts', code)).toEqual([...declared, 'console']);
  });

  it('leaves them to the tools', () => {
    expect(restricted('tools/check/peek.ts', code)).toEqual([]);
  });
});
