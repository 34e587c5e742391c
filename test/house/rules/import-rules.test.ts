import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PARTS } from '../../../tools/check/imports/mirror.ts';

const copy = mkdtempSync(join(tmpdir(), 'house-'));

/** What `npm run check -- imports` says of the copy of the house. */
function said(): string {
  const { stdout, stderr } = spawnSync('node', ['tools/check/check-imports.ts'], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return stdout + stderr;
}

/** Files of a kind that nobody has yet: the rule that each breaks, and what it imports. */
const NEW_FILES: [rule: string, file: string, imported: string][] = [
  ...[
    'keys/open-sealed-box',
    'keys/vault',
    'keys/passphrase',
    'seal/authenticated-box',
    'seal/receipt',
    'items/kinds/note',
  ].map((module): [string, string, string] => [
    'worker-cannot-open',
    `functions/http/opening/${module.split('/').at(-1)}.ts`,
    `../../../src/protocol/${module}.ts`,
  ]),
  ['worker-cannot-open', 'functions/http/through.ts', '../../src/protocol/wire/helper.ts'],
  ['charts-stand-alone', 'src/charts/peek.ts', '../facts/facts.ts'],
  ['charts-are-drawn-while-building', 'src/reporter/drawn.ts', '../charts/draw.ts'],
  ['reporter-and-desk-are-strangers', 'src/reporter/peek.ts', '../desk/inbox/urgency.ts'],
  ['protocol-stands-alone', 'src/protocol/peek.ts', '../i18n/languages.ts'],
  ['pages-list-print-and-do-not-make-it', 'src/site/made.ts', '../print/engine/make.ts'],
  ['no-circles', 'src/site/circle.ts', './circle.ts'],
  ['nothing-unresolved', 'src/site/nowhere.ts', './gone.ts'],
  ['packages-are-declared', 'src/site/lent.ts', 'postcss'],
  ['packages-are-declared', 'test/unit/lent.test.ts', 'postcss'],
  ['nothing-imports-pages', 'src/site/page.ts', '../pages/key.json.ts'],
];

/** Pages and components that there are: the rule that each breaks with this after, or in, the code that it has. */
const COMPONENTS: [rule: string, file: string, after: string, code: string][] = [
  [
    'reporter-and-desk-are-strangers',
    'src/site/parts/Call.astro',
    '---\n',
    "import { urgencyOf } from '../../desk/inbox/urgency.ts';\nimport '../../protocol/keys/open-sealed-box.ts';\n",
  ],
  [
    'reporter-and-desk-are-strangers',
    'src/pages/[lang]/info/a/index.astro',
    '<script>\n',
    "import '../../../../protocol/keys/open-sealed-box.ts';\nimport '../../../../desk/inbox/urgency.ts';\n",
  ],
  [
    'browsers-do-not-import-the-worker',
    'src/site/parts/Exit.astro',
    '---\n',
    "import '../../../functions/env.ts';\n",
  ],
  ['nothing-unresolved', 'src/site/parts/Trial.astro', '---\n', "import Gone from './Gone.astro';\n"],
];

function write(path: string, code: string): void {
  const file = join(copy, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
}

beforeAll(() => {
  for (const part of PARTS) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('the import rules', () => {
  it('hold for the house as it is', () => {
    expect(said()).toContain('no dependency violations found');
  });

  describe('in a house that breaks them', () => {
    let complaints: string[];

    beforeAll(() => {
      write('src/protocol/wire/helper.ts', "export * from '../keys/open-sealed-box.ts';\n");
      for (const [, file, imported] of NEW_FILES) write(file, `export * from '${imported}';\n`);
      for (const [, file, after, code] of COMPONENTS) {
        const [before, ...rest] = readFileSync(file, 'utf8').split(after);
        expect(rest.length, `${file} has ${after}`).toBeGreaterThan(0);
        write(file, [before + after + code, rest.join(after)].join(''));
      }
      complaints = said().split('\n');
    }, 60_000);

    it.each([...NEW_FILES, ...COMPONENTS].map(([rule, file]) => [rule, file] as const))(
      'say %s of %s',
      (rule, file) => {
        expect(complaints.some((line) => line.includes(`error ${rule}: ${file}`))).toBe(true);
      },
    );
  });
});
