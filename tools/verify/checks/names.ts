import { pathTo } from '../../../src/site/routes.ts';
import type { Answer, Asker } from '../ask.ts';
import type { Difference } from './differences.ts';

/** Whether an address is on this computer, where there is neither https nor a second name. */
export const isLocal = ({ hostname }: Pick<URL, 'hostname'>) =>
  /^(localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(hostname);

/**
 * Where the desk of a site is: at its own host, reached in the same way. On this computer that is `desk.localhost`, also
 * for a build that names a live one.
 */
export function deskOf(site: URL, deskHost: string): URL {
  const desk = new URL('/', site);
  desk.hostname = !isLocal(site) || isLocal({ hostname: deskHost }) ? deskHost : 'desk.localhost';
  return desk;
}

/** The page that is asked for without encryption: the one that a frightened person types. */
const TYPED = pathTo('help', 'nl');

/**
 * The same address without encryption must lead to the encrypted one, and say nothing else.
 * `plain`: the site by http.
 */
export async function verifyPlain({ ask }: Asker, plain: URL, site: URL): Promise<Difference[]> {
  const where = new URL(TYPED, plain).href;
  const target = new URL(TYPED, site).href;
  const answer = await ask(new URL(TYPED, plain)).catch(() => undefined);
  // Where nobody listens without encryption nothing can be read on the way.
  if (!answer) return [];
  const location = answer.headers.get('location')?.[0];
  if ([301, 308].includes(answer.status) && location === target) return cookies(answer, where);
  const what =
    answer.status === 200
      ? 'The page is served without encryption. Switch Always Use HTTPS on in the zone.'
      : `Without encryption the answer is ${answer.status}${location ? ` to ${location}` : ''}; 301 to ${target} was meant.`;
  return [{ what, where }];
}

const cookies = ({ headers }: Answer, where: string): Difference[] =>
  headers.has('set-cookie') ? [{ what: 'A cookie is set while leading to https.', where }] : [];

/** The other spelling of a name: with or without `www.` */
export function otherName(site: URL): URL {
  const other = new URL('/', site);
  other.hostname = site.hostname.startsWith('www.') ? site.hostname.slice(4) : `www.${site.hostname}`;
  return other;
}

/** What to look at besides: it can't be decided from here, or is no promise. */
export async function nameHints({ ask }: Asker, site: URL): Promise<string[]> {
  const other = otherName(site);
  const answer = await ask(other).catch(() => undefined);
  const location = answer?.headers.get('location')?.[0] ?? '';
  const leads = answer && answer.status >= 300 && location.startsWith(site.origin);
  return [
    ...(leads
      ? []
      : [
          `${other.origin} ${answer ? `answers with ${answer.status}` : 'does not answer'}: it should lead to ${site.origin}.`,
        ]),
    `Look by hand whether https://pag-asa.<account>.workers.dev answers, or a preview address of an older version: neither may.`,
  ];
}
