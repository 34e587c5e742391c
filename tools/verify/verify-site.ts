import { startAsking } from './ask.ts';
import type { Difference } from './checks/differences.ts';
import { verifyFiles } from './checks/files.ts';
import { deskOf, isLocal, nameHints, verifyPlain } from './checks/names.ts';
import { verifyNotFound } from './checks/not-found.ts';
import { verifyOtherHost } from './checks/other-host.ts';
import { verifySecurityText } from './checks/security-text.ts';
import { verifyWorker } from './checks/worker.ts';
import type { Expected, Hosts } from './expected.ts';

/** What came out: in what the site is not its build, and what is worth a look besides. */
export type Verdict = { differences: Difference[]; hints: string[] };

/**
 * Holds a site that answers against a build, at its two hosts: every file with its headers, what is missing, what is the
 * other host's, the worker, the way out, the names. Throws when the site, or its desk, does not answer at all. `step`
 * hears how many files are done.
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
    const hosts: Hosts = { site, desk: deskOf(site, expected.deskHost) };
    await asker.ask(new URL('/', hosts.desk));
    const both = Object.values(hosts).filter(({ protocol }) => protocol === 'https:');
    const differences = [
      await verifyFiles(asker, hosts, expected, step),
      await verifyNotFound(asker, hosts, expected),
      await verifyOtherHost(asker, hosts, expected),
      await verifyWorker(asker, hosts),
      verifySecurityText(expected, Date.now()),
      ...(await Promise.all(both.map((host) => verifyPlain(asker, plainly(host), host)))),
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
