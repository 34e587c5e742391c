import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'imports-'));
  for (const part of [
    'src',
    'functions',
    'content',
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'package.json',
  ]) {
    cpSync(part, join(copy, part), { recursive: true });
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Adds a file to the copy of the house, and names the rules that the house then breaks. */
function rulesBrokenBy(path: string, code: string): string[] {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), code);
  const { stdout } = spawnSync('depcruise', ['src', 'functions', '--config', '--output-type', 'json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const report: { summary: { violations: { rule: { name: string }; from: string }[] } } = JSON.parse(stdout);
  return [...new Set(report.summary.violations.map(({ rule }) => rule.name))].sort();
}

describe('the import rules', () => {
  it('hold for the house as it is', () => {
    expect(rulesBrokenBy('functions/store/plain.ts', 'export const plain = 1;\n')).toEqual([]);
  });

  it.each([
    'keys/open-sealed-box',
    'keys/vault',
    'keys/passphrase',
    'seal/authenticated-box',
    'seal/receipt',
    'items/note',
  ])('refuse a worker that imports protocol/%s', (module) => {
    const code = `import * as it from '../../src/protocol/${module}.ts';\nexport const used = it;\n`;
    expect(rulesBrokenBy('functions/http/peek.ts', code)).toContain('worker-cannot-open');
  });

  it('refuse a worker that reaches it through another file', () => {
    writeFileSync(join(copy, 'src/protocol/wire/helper.ts'), "export * from '../keys/open-sealed-box.ts';\n");
    const code = "export * from '../../src/protocol/wire/helper.ts';\n";
    expect(rulesBrokenBy('functions/http/peek.ts', code)).toContain('worker-cannot-open');
  });

  it('refuse a chart that decides what may be shown, and a form that carries a chart', () => {
    expect(rulesBrokenBy('src/charts/peek.ts', "export * from '../facts/facts.ts';\n")).toContain(
      'charts-stand-alone',
    );
    expect(rulesBrokenBy('src/reporter/peek.ts', "export * from '../charts/draw.ts';\n")).toContain(
      'charts-are-drawn-while-building',
    );
  });

  it('refuse a form that imports the desk, a protocol that imports others, a page that makes print, a circle, and a name that leads nowhere', () => {
    expect(rulesBrokenBy('src/reporter/peek.ts', "export * from '../desk/inbox/urgency.ts';\n")).toContain(
      'reporter-and-desk-are-strangers',
    );
    expect(rulesBrokenBy('src/protocol/peek.ts', "export * from '../i18n/languages.ts';\n")).toContain(
      'protocol-stands-alone',
    );
    expect(rulesBrokenBy('src/site/peek.ts', "export * from '../print/engine/make.ts';\n")).toContain(
      'pages-list-print-and-do-not-make-it',
    );
    expect(rulesBrokenBy('src/site/circle.ts', "export * from './circle.ts';\n")).toContain('no-circles');
    expect(rulesBrokenBy('src/site/nowhere.ts', "export * from './gone.ts';\n")).toContain(
      'nothing-unresolved',
    );
  });
});
