import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import config from '../../../astro.config.mjs';
import { minifiedScript } from '../../../tools/build/astro/inline-script.ts';
import { SHIPS } from '../../../tools/build/ships/table.ts';
import { whatShips } from '../../../tools/build/ships/what-ships.ts';
import { readAstro } from '../../../tools/check/imports/read-astro.ts';

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'ships-')));
const restore = () => cpSync('src', join(copy, 'src'), { recursive: true });

beforeAll(() => {
  restore();
  cpSync('tsconfig', join(copy, 'tsconfig'), { recursive: true });
  cpSync('tsconfig.json', join(copy, 'tsconfig.json'));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
});
afterEach(restore);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Stands in for Astro, which bundles the script of a page under such a name. */
const SCRIPT = '?astro&type=script&index=0&lang.ts';
const pageScripts: Plugin = {
  name: 'page-scripts',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith(SCRIPT) ? id : null),
  load: (id) =>
    id.endsWith(SCRIPT)
      ? readAstro(readFileSync(id.slice(0, -SCRIPT.length), 'utf8')).scripts.join('\n')
      : null,
};

/** Bundles an entry of the copy for browsers, and gives what the builder says against it. */
async function saidOf(entry: string): Promise<string> {
  const path = join(copy, entry);
  try {
    await build({
      root: copy,
      configFile: false,
      logLevel: 'silent',
      plugins: [pageScripts, whatShips(copy)],
      worker: { plugins: () => [whatShips(copy)], format: 'es' },
      build: {
        write: false,
        minify: false,
        rolldownOptions: { input: entry.endsWith('.astro') ? path + SCRIPT : path },
      },
    });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Adds an import to a file of the copy, after `place`, or at its beginning. */
function add(file: string, imported: string, place = ''): void {
  const text = readFileSync(join(copy, file), 'utf8');
  const at = text.indexOf(place) + place.length;
  writeFileSync(join(copy, file), `${text.slice(0, at)}import '${imported}';\n${text.slice(at)}`);
}

const FORM = 'src/pages/[lang]/info/a/index.astro';
const FORM_SCRIPT = '<script>\n';

describe('what ships to browsers', () => {
  it.each(SHIPS.map(({ who, entry }) => [who, entry]))(
    'is for %s what the table gives it',
    async (_, entry) => {
      expect(existsSync(entry), entry).toBe(true);
      expect(await saidOf(entry)).toBe('');
    },
  );

  it('is checked in every build, in Web Workers too', async () => {
    const names = (plugins: unknown) => JSON.stringify(plugins);
    expect(names(config.vite?.plugins)).toContain('what-ships');
    expect(names(config.vite?.worker?.plugins?.())).toContain('what-ships');
  });

  it.each([
    [
      'what opens envelopes',
      '../../../../protocol/keys/open-sealed-box.ts',
      'src/protocol/keys/open-sealed-box.ts',
    ],
    ['the desk', '../../../../desk/inbox/urgency.ts', 'src/desk/inbox/urgency.ts'],
    ['the worker', '../../../../../functions/env.ts', 'functions/env.ts'],
  ])('is never, to a reporter, %s', async (_, imported, module) => {
    cpSync('functions', join(copy, 'functions'), { recursive: true });
    add(FORM, imported, FORM_SCRIPT);
    expect(await saidOf(FORM)).toContain(
      `What ships to the referral form would hold ${module}, which tools/build/ships/table.ts does not give it: ${FORM} → ${module}`,
    );
  });

  it('is found through other files, of ours and of packages, with the way that leads there', async () => {
    add('src/reporter/shell/dom.ts', '../../facts/write.ts');
    add('src/reporter/shell/words.ts', 'hono');
    const said = await saidOf(FORM);
    expect(said).toMatch(
      /would hold src\/facts\/write\.ts, .*: src\/pages\/.* → src\/reporter\/shell\/dom\.ts → src\/facts\/write\.ts/,
    );
    expect(said).toMatch(/would hold hono, .* → src\/reporter\/shell\/words\.ts → hono/);
  });

  it('is not, to the page of the desk, what only its vault may hold', async () => {
    add('src/desk/app.tsx', './vault/inside/vault.ts');
    const said = await saidOf('src/pages/[lang]/desk/index.astro');
    expect(said).toMatch(/to the desk would hold src\/desk\/vault\/inside\/vault\.ts/);
    expect(said).toMatch(/to the desk would hold src\/protocol\/keys\/open-sealed-box\.ts/);
  });

  it('is not, to the vault, what shows and sends', async () => {
    add('src/desk/vault/inside/vault.ts', '../../api/client.ts');
    expect(await saidOf('src/pages/[lang]/desk/index.astro')).toMatch(
      /to the vault of the desk would hold src\/desk\/api\/client\.ts/,
    );
  });

  it('is nothing that the table does not name', async () => {
    expect(await saidOf('src/reporter/shell/dom.ts')).toContain(
      'A browser would get src/reporter/shell/dom.ts, and no row of tools/build/ships/table.ts says what may be in it.',
    );
  });
});

describe('a script that is written into a page', () => {
  it('stands alone, among its like', async () => {
    expect(await minifiedScript('src/site/browser/quick-exit.ts')).not.toBe('');
    await expect(minifiedScript('src/reporter/shell/dom.ts')).rejects.toThrow(/stands in src\/site\/browser/);
    const file = 'src/site/browser/imports.ts';
    const home = process.cwd();
    process.chdir(copy);
    try {
      for (const code of [
        "import '../../protocol/keys/open-sealed-box.ts';",
        "void import('../pages.ts');",
      ]) {
        writeFileSync(file, code);
        await expect(minifiedScript(file)).rejects.toThrow(`${file}: a script in a page stands alone`);
      }
    } finally {
      process.chdir(home);
    }
  });
});
