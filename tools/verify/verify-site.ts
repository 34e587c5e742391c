import { startAsking } from './ask.ts';
import type { Difference } from './checks/differences.ts';
import { verifyFiles } from './checks/files.ts';
import { isLocal, nameHints, verifyPlain } from './checks/names.ts';
import { verifyNotFound } from './checks/not-found.ts';
import { verifySecurityText } from './checks/security-text.ts';
import { verifyWorker } from './checks/worker.ts';
import type { Expected } from './expected.ts';

/** What came out: in what the site is not its build, and what is worth a look besides. */
export type Verdict = { differences: Difference[]; hints: string[] };

/**
 * Holds a site that answers against a build: every file with its headers, what is missing, the worker, the way out, the
 * names. Throws when the site does not answer at all. `step` hears how many files are done.
 */
export async function verifySite(
  site: URL,
  expected: Expected,
  step: (done: number) => void = () => {},
): Promise<Verdict> {
  const asker = startAsking();
  try {
    // One question first: where nobody answers, one sentence is enough.
    await asker.ask(new URL('/', site));
    const differences = [
      await verifyFiles(asker, site, expected, step),
      await verifyNotFound(asker, site, expected),
      await verifyWorker(asker, site),
      verifySecurityText(expected, Date.now()),
      site.protocol === 'https:' ? await verifyPlain(asker, plainly(site), site) : [],
    ].flat();
    const hints = isLocal(site) ? [] : await nameHints(asker, site);
    return { differences, hints: [...buildHints(site, expected), ...hints] };
  } finally {
    asker.close();
  }
}

function plainly(site: URL): URL {
  const plain = new URL(site);
  plain.protocol = 'http:';
  plain.port = '';
  return plain;
}

function buildHints(site: URL, { env, origin }: Expected): string[] {
  if (isLocal(site)) return [];
  return [
    ...(env === 'local'
      ? ['The build is a local one: its key is a throw-away one. It must not be live.']
      : []),
    ...(origin === site.origin ? [] : [`The build names itself ${origin}.`]),
    ...(site.protocol === 'https:' ? [] : ['The site was asked without encryption.']),
  ];
}
