import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  type Headers,
  type InlineHashes,
  pageHeaders,
  VIEWED_FILE_POLICY,
} from '../../../functions/security/headers.ts';
import { languagesWith, type PageName, pageNames, pathTo, rowOf, slugOf } from '../../../src/site/routes.ts';
import { siteEnv } from '../../../src/site/site-env.ts';
import { deskHost } from '../desk-host.ts';
import { importMap, withImportMap } from './import-map.ts';
import { minifiedScript } from './inline-script.ts';

/** Cloudflare's limits on a `_headers` file. */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

/** The scripts that stand inside pages. Nothing else does: whatever is not one of them is refused. */
const INLINE_SCRIPTS = [
  'src/site/browser/quick-exit.ts',
  'src/site/browser/script-failed.ts',
  'src/site/browser/copy-button.ts',
];

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

const digest = (algorithm: string, text: string | Buffer) =>
  `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;

/**
 * An Astro integration: after the build it gives our scripts and style sheets their integrity (SRI), refuses pages
 * that hold code which the policy would not run, and writes the policy as Cloudflare's `_headers`.
 */
export function securityHeaders(): AstroIntegration {
  return {
    name: 'security-headers',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = globSync(`${root}/**/*.html`).sort();
        const scripts = await Promise.all(INLINE_SCRIPTS.map(minifiedScript));
        const styles = new Set<string>();
        const maps = new Set<string>();
        for (const page of pages) {
          const built = readFileSync(page, 'utf8');
          const map = importMap(built, root, (path) => digest('sha256', readFileSync(join(root, path))));
          if (map) maps.add(map);
          const html = withIntegrity(map ? withImportMap(built, root, map) : built, root);
          refuseForeignCode(html, map ? [...scripts, map] : scripts, relative(root, page));
          for (const [, style = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)) {
            styles.add(digest('sha256', style));
          }
          writeFileSync(page, html);
        }
        const inline = {
          scripts: scripts.map((script) => digest('sha256', script)),
          styles: [...styles].sort(),
          maps: [...maps].sort().map((map) => digest('sha256', map)),
        };
        writeFileSync(join(root, '_headers'), headersFile(inline, deskHost(siteEnv())));
      },
    },
  };
}

/**
 * Adds `integrity` to each script and style sheet of ours that a page names: the digest that the import map has too, since
 * nothing of a digest can be compressed but the second of two.
 */
export function withIntegrity(html: string, root: string): string {
  return html.replace(
    /<(?:script|link)\b[^>]*\b(?:src|href)="(\/_(?:astro|desk)\/[^"]+\.(?:js|css))"[^>]*/g,
    (tag: string, path: string) =>
      tag.includes(' integrity=')
        ? tag
        : `${tag} integrity="${digest('sha256', readFileSync(join(root, path)))}"`,
  );
}

/** Throws when a page holds a script, a handler or a style that the policy would block: it would look broken. */
export function refuseForeignCode(html: string, ours: readonly string[], page: string): void {
  for (const [, attributes = '', script = ''] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    const harmless =
      /\bsrc="\/_(?:astro|desk)\/|type="application\/json"/.test(attributes) || ours.includes(script);
    if (!harmless)
      throw new Error(`${page}: a script that is not ours: ${(attributes + script).trim().slice(0, 80)}`);
  }
  const tag = html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .match(/<[a-z][^>]*\s(?:on[a-z]+|style)=[^>]*>/i);
  if (tag) throw new Error(`${page}: an inline handler or style: ${tag[0].slice(0, 120)}`);
}

/**
 * The text of `_headers`: everything is a public page, unless a later rule takes the policy back. At `desk`, the name of
 * the desk's own host, nothing runs but the desk: what is public is served there too, because it is served without the
 * worker, but is no page to use, nor to be found.
 */
export function headersFile(inline: InlineHashes, desk: string): string {
  const lines = [
    '/*',
    ...lineEach(pageHeaders('public', inline)),
    ...rulesFor('reporter', inline),
    `https://${desk}/*`,
    ...linesInstead({
      ...unlikePublic(pageHeaders('public', { ...inline, scripts: [] }), inline),
      'X-Robots-Tag': 'noindex',
    }),
    ...rulesFor('desk', inline),
    '/print/*.pdf',
    ...linesInstead({ 'Content-Security-Policy': VIEWED_FILE_POLICY }),
    // Files that never change under the same name. What is missing there is answered by the worker, which lets nobody
    // keep that (functions/pages/answer-from-site.ts).
    ...['/_astro/*', '/_desk/*', '/fonts/*'].flatMap((path) => [
      path,
      ...linesInstead({ 'Cache-Control': FOR_A_YEAR }),
    ]),
  ];
  const rules = lines.filter((line) => /^[/h]/.test(line)).length;
  if (rules > MOST_RULES) throw new Error(`_headers has ${rules} rules; Cloudflare takes ${MOST_RULES}.`);
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long) throw new Error(`_headers has a line of ${long.length} characters: ${long.slice(0, 80)}`);
  return `${lines.join('\n')}\n`;
}

/** The rules of all pages that have a policy. */
function rulesFor(policy: 'reporter' | 'desk', inline: InlineHashes): string[] {
  return pageNames
    .filter((page) => rowOf(page).policy === policy)
    .flatMap(rulesOf)
    .flatMap((path) => [path, ...linesInstead(unlikePublic(pageHeaders(policy, inline), inline))]);
}

/** The paths of a page, and of what lies below, in every language: one rule where they all have the same address. */
function rulesOf(page: PageName): string[] {
  const slugs = new Set(languagesWith(page).map((language) => slugOf(page, language)));
  return slugs.size === 1
    ? [...slugs].map((slug) => `/:language/${slug}*`)
    : languagesWith(page).map((language) => `${pathTo(page, language)}*`);
}

const lineEach = (headers: Headers) => Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);

/** The headers by which a kind of page differs from what the first rule says of all. */
const unlikePublic = (headers: Headers, inline: InlineHashes): Headers => {
  const all = pageHeaders('public', inline);
  return Object.fromEntries(Object.entries(headers).filter(([name, value]) => all[name] !== value));
};

/** The lines of a later rule. A value would be joined to that of the first rule with a comma, so that is taken back. */
const linesInstead = (headers: Headers) => [
  ...Object.keys(headers).map((name) => `  ! ${name}`),
  ...lineEach(headers),
];
