import { isFirstItem } from '../../protocol/items/item.ts';
import type { ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Thrown } from '../../protocol/wire/api/thrown.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Opened } from '../vault/requests.ts';
import type { Case, OpenedFirst } from './cases.ts';

/** All cases, what was thrown away, and the worker's clock (Unix seconds), or why they can't be had. */
export type LoadedCases =
  | { ok: true; cases: Case[]; thrown: Thrown[]; now: number }
  | { ok: false; fault: DeskFault };

/** A worker that never ends its list must not hold the desk up for ever. */
const MOST_PAGES = 500;

/** What was opened as the first envelope of a thread; anything else in its place is not of this version. */
function asFirst(opened: Opened | undefined): OpenedFirst {
  if (!opened) return { ok: false, code: 'box_broken' };
  if (!opened.ok) return opened;
  const { item, key } = opened;
  return isFirstItem(item) ? { ok: true, item, key } : { ok: false, code: 'item_unknown' };
}

type LoadedRows =
  | { ok: true; rows: ThreadRow[]; thrown: Thrown[]; now: number }
  | { ok: false; fault: DeskFault };

async function allRows(api: Api): Promise<LoadedRows> {
  // By id, because a referral may move from one page to a later one between two requests.
  const rows = new Map<string, ThreadRow>();
  let thrown: Thrown[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await api.threads(after);
    if (!answer.ok) return { ok: false, fault: answer };
    for (const row of answer.value.threads) rows.set(row.id, row);
    thrown = answer.value.thrown ?? thrown;
    after = answer.value.next;
    if (after === undefined) return { ok: true, rows: [...rows.values()], thrown, now: answer.value.now };
  }
  return { ok: false, fault: { code: 'unreadable' } };
}

/**
 * Fetches the whole list, page by page, and opens what is new in it. What was open in `known` under the same
 * envelope is not opened again.
 */
export async function loadCases(api: Api, vault: VaultClient, known: readonly Case[]): Promise<LoadedCases> {
  const list = await allRows(api);
  if (!list.ok) return list;
  const before = new Map(known.map((one) => [one.row.id, one]));
  const seen = (row: ThreadRow) => {
    const one = before.get(row.id);
    return one?.row.envelope === row.envelope ? one.opened : undefined;
  };
  const fresh = list.rows.filter((row) => !seen(row));
  const opening = await vault.open(
    fresh.map(({ id, envelope }) => ({ from: 'reporter', thread: id, id, envelope })),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const opened = new Map(fresh.map((row, index) => [row.id, asFirst(opening.opened[index])]));
  const cases = list.rows.map((row) => ({
    row,
    opened: seen(row) ?? opened.get(row.id) ?? asFirst(undefined),
  }));
  return { ok: true, cases, thrown: list.thrown, now: list.now };
}
