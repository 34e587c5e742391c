import type { ThreadListBody } from '../../../protocol/wire/api/threads.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';

/** A worker that never ends its list must not hold the desk up for ever. */
const MOST_PAGES = 500;

/**
 * Every thread of the pages, and from which number to go on. `back`: that is smaller than the one that was asked from,
 * which happens only where the store is an older one than before.
 */
export type Changes =
  | { ok: true; ids: ReadonlySet<string>; cursor: number; back: boolean }
  | { ok: false; fault: DeskFault };

/** Fetches what changed beyond a number, page by page; each is given as it comes. */
export async function loadChanges(
  api: Api,
  since: number,
  hear: (page: ThreadListBody) => void,
): Promise<Changes> {
  const ids = new Set<string>();
  let cursor = since;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.threads(cursor);
    if (!answer.ok) return { ok: false, fault: answer };
    for (const { id } of answer.value.threads) ids.add(id);
    hear(answer.value);
    cursor = answer.value.cursor;
    if (!answer.value.more) return { ok: true, ids, cursor, back: cursor < since };
  }
  return { ok: false, fault: { code: 'unreadable' } };
}
