import { languages } from '../../../src/i18n/languages.ts';
import type { Asker } from '../ask.ts';
import type { Expected } from '../expected.ts';
import { byteDifferences } from './bytes.ts';
import type { Difference } from './differences.ts';
import { headerDifferences } from './headers.ts';

/** Addresses that no build has: one for each language and for each folder that has rules of its own. */
const MISSING = [
  '/verify-no-such-page',
  ...languages.map((language) => `/${language}/verify-no-such-page`),
  '/_astro/verify-no-such-chunk.js',
  '/fonts/verify-no-such-font.woff2',
  '/print/verify-no-such-paper.pdf',
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
export async function verifyNotFound({ ask }: Asker, site: URL, expected: Expected): Promise<Difference[]> {
  const all = await Promise.all(
    [...MISSING, ...HIDDEN].map(async (path) => {
      const { status, headers, body } = await ask(new URL(path, site));
      const differ = (what: string) => ({ what, where: path });
      if (status !== 404) return [differ(`What is not there is answered with ${status}; 404 was meant.`)];
      if (HIDDEN.includes(path)) return [];
      const wanted = new Map(expected.headersFor('/'));
      // How long it may be kept is looked at below: several ways to say “not” are right.
      wanted.delete('cache-control');
      const sent = new Map(headers);
      sent.delete('cache-control');
      return [
        ...keptTooLong(headers.get('cache-control')?.join(', ') ?? ''),
        ...headerDifferences(wanted, sent),
        ...byteDifferences(expected.notFound(path), body, 'text/html'),
      ].map(differ);
    }),
  );
  return all.flat();
}

function keptTooLong(caching: string): string[] {
  const seconds = Number(/max-age=(\d+)/.exec(caching)?.[1] ?? 0);
  if (!/immutable/.test(caching) && (/no-store/.test(caching) || seconds <= SHORT)) return [];
  return [
    `“Not found” may be kept (${caching}): a browser that asked in the moment of a deploy would miss the file long after.`,
  ];
}
