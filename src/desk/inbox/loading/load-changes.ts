import type { ThreadListBody } from '../../../protocol/wire/api/threads.ts';
import { allPages } from '../../api/all-pages.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';

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
  const pages = await allPages(
    api.threads,
    (page) => {
      for (const { id } of page.threads) ids.add(id);
      hear(page);
      return page.more ? page.cursor : undefined;
    },
    since,
  );
  if (!pages.ok) return pages;
  const { cursor } = pages.last;
  return { ok: true, ids, cursor, back: cursor < since };
}
