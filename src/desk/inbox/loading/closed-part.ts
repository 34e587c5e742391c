import type { DeskFault } from '../../api/result.ts';
import { codeOf } from '../../later/part.ts';

const code = codeOf(() => import('./load-closed.ts'));

/** Does something with what fetches cases that are in no list, whose code comes when it is first needed. */
export async function withClosed<T>(
  work: (code: typeof import('./load-closed.ts')) => Promise<T>,
): Promise<T | { ok: false; fault: DeskFault }> {
  await code.get();
  const here = code.here();
  return here ? work(here) : { ok: false, fault: { code: 'offline' } };
}
