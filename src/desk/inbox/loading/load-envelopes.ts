import { isFirstItem } from '../../../protocol/items/item.ts';
import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';
import type { VaultClient } from '../../vault/client.ts';
import type { Opened } from '../../vault/requests.ts';
import type { OpenedFirst } from '../cases.ts';

/** A drill of this desk's that is in the store: sent when, by its sender, and the token by which it is deleted. Unix seconds. */
export type LiveDrill = { id: string; at: number; token: string };

/** What was in the envelope that began a thread: it begins a case, or is a drill. */
export type LoadedFirst = { id: string; opened: OpenedFirst; drill?: LiveDrill };

/** What was opened as the first envelope of a thread; anything else in its place is not of this version. */
function asFirst(opened: Opened): OpenedFirst {
  if (!opened.ok) return { ok: false, code: opened.code };
  const { item, ...rest } = opened;
  return isFirstItem(item) ? { ...rest, item } : { ok: false, code: 'item_unknown' };
}

/** The drills among what was opened, by their ids. One that is not of this centre's making is none: anybody can seal such. */
async function drillsAmong(
  vault: VaultClient,
  opened: readonly Opened[],
): Promise<ReadonlyMap<string, LiveDrill>> {
  const items = opened.flatMap((one) => (one.ok && one.item.kind === 'drill' ? [one.item] : []));
  if (items.length === 0) return new Map();
  const known = await vault.drills(items.map(({ id }) => id));
  return new Map(
    items.flatMap(({ id, at }, index) => {
      const token = known.ok ? known.tokens[index] : null;
      return token ? [[id, { id, at, token }] as const] : [];
    }),
  );
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
  const drills = await drillsAmong(vault, opening.opened);
  const digests = new Map(rows.map(({ id, digest }) => [id, digest]));
  const loaded = given.flatMap(({ id }, index) => {
    const opened = opening.opened[index];
    if (!opened || opened.digest !== digests.get(id)) return [];
    const drill = drills.get(id);
    return [{ id, opened: asFirst(opened), ...(drill && { drill }) }];
  });
  return { ok: true, loaded };
}
