import type { Asker } from '../ask.ts';
import type { Expected, Host, Hosts } from '../expected.ts';
import type { Difference } from './differences.ts';
import { notFoundDifferences } from './not-found.ts';

/** Calls that one host answers and the other must not know. */
const CALLS: Record<Host, string> = { site: '/api/mailbox', desk: '/api/desk/threads' };

/**
 * Asks each host for what is the other's: the desk's pages and chunks are missing at the public host like anything else,
 * so is the way out at the desk's, and neither knows the other's calls.
 */
export async function verifyOtherHost(
  { ask }: Asker,
  hosts: Hosts,
  expected: Expected,
): Promise<Difference[]> {
  const others: { path: string; at: Host }[] = [
    ...expected.files.filter(({ at }) => at === 'desk').map(({ path }) => ({ path, at: 'site' as const })),
    { path: '/x?l=nl', at: 'desk' },
  ];
  const all = await Promise.all([
    ...others.map(async ({ path, at }) => {
      const answer = await ask(new URL(path, hosts[at]));
      return notFoundDifferences(expected, path, at, answer).map((what) => ({
        what: inOtherWords(what, at),
        where: path,
      }));
    }),
    ...(['site', 'desk'] as const).map(async (at) => {
      const path = CALLS[at === 'site' ? 'desk' : 'site'];
      const { status } = await ask(new URL(path, hosts[at]));
      return status === 404 ? [] : [{ what: `${OTHERS[at]}: the answer is ${status}.`, where: path }];
    }),
  ]);
  return all.flat();
}

const OTHERS: Record<Host, string> = {
  site: 'What is the desk’s answers at the public host',
  desk: 'What is the public host’s answers at the desk’s',
};

const inOtherWords = (what: string, at: Host) => `${OTHERS[at]}: ${what}`;
