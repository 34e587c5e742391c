import { languagesOf, pageLanguages } from '../../../src/i18n/languages.ts';
import type { Answer, Asker } from '../ask.ts';
import type { Expected, Host, Hosts } from '../expected.ts';
import { byteDifferences } from './bytes.ts';
import type { Difference } from './differences.ts';
import { headerDifferences } from './headers.ts';

/** Addresses that no build has: one for each language and for each folder that has rules of its own. */
const MISSING = [
  '/verify-no-such-page',
  ...pageLanguages.map((language) => `/${language}/verify-no-such-page`),
  '/_astro/verify-no-such-chunk.js',
  '/fonts/verify-no-such-font.woff2',
  '/print/verify-no-such-paper.pdf',
];

/** The same at the desk's own host. */
const MISSING_AT_DESK = [
  '/verify-no-such-page',
  ...languagesOf('desk').map((language) => `/${language}/desk/verify-no-such-page`),
  '/_desk/verify-no-such-chunk.js',
];

/** What must not be served, though it stands beside the pages or is usual on servers. */
const HIDDEN = [
  '/_headers',
  '/.assetsignore',
  '/build.json',
  '/wrangler.json',
  '/.env',
  '/.git/config',
  '/.dev.vars',
];

/** Longest time in seconds for which a browser may keep the answer that something is missing. */
const SHORT = 60;

/** Asks for what is not there: 404, our own page, its headers, and nothing that a browser would keep. */
export async function verifyNotFound(
  { ask }: Asker,
  hosts: Hosts,
  expected: Expected,
): Promise<Difference[]> {
  const missing = [
    ...MISSING.map((path) => ({ path, at: 'site' as const })),
    ...MISSING_AT_DESK.map((path) => ({ path, at: 'desk' as const })),
  ];
  const all = await Promise.all([
    ...HIDDEN.map(async (path) => {
      const { status } = await ask(new URL(path, hosts.site));
      return status === 404 ? [] : [found(status, path)];
    }),
    ...missing.map(async ({ path, at }) => {
      const answer = await ask(new URL(path, hosts[at]));
      return notFoundDifferences(expected, path, at, answer).map((what) => ({ what, where: path }));
    }),
  ]);
  return all.flat();
}

const found = (status: number, where: string): Difference => ({
  what: `What is not there is answered with ${status}; 404 was meant.`,
  where,
});

/** In what an answer is not what a host says of a path that it does not have. */
export function notFoundDifferences(expected: Expected, path: string, at: Host, answer: Answer): string[] {
  const { status, headers, body } = answer;
  if (status !== 404) return [found(status, path).what];
  const wanted = new Map(expected.headersFor(at === 'desk' ? '/nl/desk/' : '/', at));
  // How long it may be kept is looked at below: several ways to say “not” are right.
  wanted.delete('cache-control');
  const sent = new Map(headers);
  sent.delete('cache-control');
  return [
    ...keptTooLong(headers.get('cache-control')?.join(', ') ?? ''),
    ...headerDifferences(wanted, sent),
    ...byteDifferences(expected.notFound(path, at), body, 'text/html'),
  ];
}

function keptTooLong(caching: string): string[] {
  const seconds = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? 0);
  if (!/immutable/.test(caching) && (/no-store/.test(caching) || seconds <= SHORT)) return [];
  return [
    `“Not found” may be kept (${caching}): a browser that asked in the moment of a deploy would miss the file long after.`,
  ];
}
