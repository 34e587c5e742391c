import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('docs/environment.md', 'utf8');

/** The names in the first column of the tables below a heading. */
function documented(heading: string): string[] {
  const section = text.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  );
}

const code = globSync([
  'src/**/*.{ts,tsx,astro,mjs}',
  'functions/**/*.ts',
  'tools/**/*.{ts,mjs}',
  '*.{ts,mjs,cjs}',
])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Names that code reads from an environment: `process.env.X`, `env['X']`, and what is handed around as `env`. */
const read = new Set(
  [...code.matchAll(/(?<!['[])\benv(?:\.([A-Za-z_]{3,})\b(?!\()|\[['"](\w+)['"]\])/g)].map(
    ([, a, b]) => a ?? b ?? '',
  ),
);

/** What Cloudflare hands the Worker, by its type. */
const bindings = [...readFileSync('functions/env.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+)\??: /gm)].map(
  ([, name = '']) => name,
);

it('names every environment variable that is read, and no other', () => {
  // Set to be read by what is started, or taken out; named by a constant; or the Worker's own.
  read.add('BUILD_STEP');
  const own = [...read].filter((name) => !bindings.includes(name));
  expect(documented('Commands and builds').sort()).toEqual(own.sort());
});

it('names everything that the Worker is handed, and nothing else', () => {
  expect(bindings.length).toBeGreaterThan(0);
  expect(documented('The Worker').sort()).toEqual(bindings.sort());
});

it('is what wrangler.toml hands the Worker', () => {
  const toml = readFileSync('wrangler.toml', 'utf8');
  const given = [...toml.matchAll(/^(?:binding|name) = "([A-Z][A-Z_]+)"/gm)].map(([, name = '']) => name);
  for (const name of given) expect(documented('The Worker')).toContain(name);
});
