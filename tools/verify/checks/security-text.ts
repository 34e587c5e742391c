import type { Expected } from '../expected.ts';
import type { Difference } from './differences.ts';

const PATH = '/.well-known/security.txt';

/** `security.txt` (RFC 9116) must be there, name somebody to write to, and not be out of date. `now`: milliseconds. */
export function verifySecurityText({ files }: Expected, now: number): Difference[] {
  const text = files.find(({ path }) => path === PATH)?.body.toString();
  if (text === undefined) return [{ what: 'There is no security.txt.', where: PATH }];
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  return [
    ...(/^Contact: \S/m.test(text) ? [] : ['security.txt names nobody to write to.']),
    ...(expires > now ? [] : ['security.txt is out of date: put a later day behind Expires.']),
  ].map((what) => ({ what, where: PATH }));
}
