import { isFirstItem } from '../../../protocol/items/item.ts';
import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';
import type { VaultClient } from '../../vault/client.ts';
import type { Opened } from '../../vault/requests.ts';
import type { OpenedFirst } from '../cases.ts';

/** What was in the envelope that began a thread. */
export type LoadedFirst = { id: string; opened: OpenedFirst };

/** What was opened as the first envelope of a thread; anything else in its place is not of this version. */
function asFirst(opened: Opened): OpenedFirst {
  if (!opened.ok) return { ok: false, code: opened.code };
  const { item, ...rest } = opened;
  return isFirstItem(item) ? { ...rest, item } : { ok: false, code: 'item_unknown' };
}

/**
 * Fetches what began these threads and opens it. What the worker does not give, or gives in other bytes than those of which
 * the row has the digest, is left out.
 */
export async function loadEnvelopes(
  api: Api,
  vault: VaultClient,
  rows: readonly ThreadRow[],
): Promise<{ ok: true; loaded: LoadedFirst[] } | { ok: false; fault: DeskFault }> {
  const answer = await api.envelopes({ ids: rows.map(({ id }) => id) });
  if (!answer.ok) return { ok: false, fault: answer };
  const given = answer.value.envelopes;
  const opening = await vault.open(
    given.map(({ id, envelope }) => ({ from: 'reporter', thread: id, id, envelope })),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
  const loaded = given.flatMap(({ id }, index) => {
    const opened = opening.opened[index];
    return opened && opened.digest === digests.get(id) ? [{ id, opened: asFirst(opened) }] : [];
  });
  return { ok: true, loaded };
}
