import * as z from 'zod/mini';
import type { OwnLinks } from './answer-text.ts';

const Numbers = z.array(z.object({ shown: z.string(), href: z.string().check(z.regex(/^tel:\+?\d+$/)) }));

/**
 * What in an answer may become a link, from the `data-numbers`, `data-host` and `data-languages` of the page, which are made from the
 * facts while the site is built. Throws when they are not there.
 */
export function readOwnLinks(root: HTMLElement): OwnLinks {
  const numbers = z.parse(Numbers, JSON.parse(root.dataset['numbers'] ?? ''));
  const written = root.dataset['host'] ?? '';
  const hosts = [written, written.replace(/^www\./, ''), location.host];
  return {
    numbers,
    hosts: hosts.filter((host) => host !== ''),
    languages: root.dataset['languages']?.split(' ') ?? [],
  };
}
