import type { ThreadRow } from '../../../protocol/wire/api/threads.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';
import type { SaidState } from '../../state/fits.ts';
import { fitsRow } from '../../state/fits.ts';
import type { VaultClient } from '../../vault/client.ts';
import { type Case, firstRead, type OpenedFirst } from '../cases.ts';
import { loadEnvelopes } from './load-envelopes.ts';
import { loadStates } from './load-states.ts';

/**
 * What was closed in a month, as cases, newest first; `more`: not all of it; `missing`: how many of these came without what
 * began them.
 */
export type Closed =
  | { ok: true; cases: Case[]; more: boolean; missing: number }
  | { ok: false; fault: DeskFault };

/** How many are asked for at once. */
const AT_ONCE = 40;

/** Fetches step by step what is wanted of rows: each step gives those that it got, and there is no next where it got none. */
async function inSteps<Got>(
  rows: readonly ThreadRow[],
  step: (
    some: readonly ThreadRow[],
  ) => Promise<{ ok: true; got: [id: string, got: Got][] } | { ok: false; fault: DeskFault }>,
): Promise<{ ok: true; got: Map<string, Got> } | { ok: false; fault: DeskFault }> {
  const got = new Map<string, Got>();
  for (let wanted = [...rows]; wanted.length > 0; ) {
    const some = wanted.slice(0, AT_ONCE);
    const answer = await step(some);
    if (!answer.ok) return answer;
    for (const [id, one] of answer.got) got.set(id, one);
    const rest = answer.got.length === 0 ? wanted.slice(AT_ONCE) : wanted;
    wanted = rest.filter(({ id }) => !got.has(id));
  }
  return { ok: true, got };
}

/** Fetches what began these rows and what was said of them, and opens that. What did not come is left out. */
async function loadCases(
  api: Api,
  vault: VaultClient,
  threads: readonly ThreadRow[],
): Promise<{ ok: true; cases: Case[] } | { ok: false; fault: DeskFault }> {
  const firsts = await inSteps<OpenedFirst>(threads, async (some) => {
    const loaded = await loadEnvelopes(api, vault, some);
    return loaded.ok ? { ok: true, got: loaded.loaded.map(({ id, opened }) => [id, opened]) } : loaded;
  });
  if (!firsts.ok) return firsts;
  const states = await inSteps<SaidState | null>(threads, async (some) => {
    const loaded = await loadStates(api, vault, some);
    return loaded.ok ? { ok: true, got: loaded.loaded.map(({ row, said }) => [row.id, said]) } : loaded;
  });
  if (!states.ok) return states;
  const cases = threads.flatMap((row): Case[] => {
    const opened = firsts.got.get(row.id);
    if (!opened) return [];
    const said = states.got.get(row.id) ?? null;
    const fits = !opened.ok || fitsRow(row, firstRead(opened), said);
    return [{ row, opened, said, ...(!fits && { doubt: 'unfit' as const }) }];
  });
  return { ok: true, cases };
}

/** Fetches what was closed in a month (`2026-11`), what began it and what was said of it, and opens that. */
export async function loadClosed(api: Api, vault: VaultClient, month: string): Promise<Closed> {
  const answer = await api.closed(month);
  if (!answer.ok) return { ok: false, fault: answer };
  const { threads, more } = answer.value;
  const loaded = await loadCases(api, vault, threads);
  if (!loaded.ok) return loaded;
  const { cases } = loaded;
  return { ok: true, cases, more, missing: threads.length - cases.length };
}

/** Fetches one case, open or closed, and opens it. */
export async function loadCase(
  api: Api,
  vault: VaultClient,
  id: string,
): Promise<{ ok: true; one: Case } | { ok: false; fault: DeskFault }> {
  const answer = await api.thread(id);
  if (!answer.ok) return { ok: false, fault: answer };
  const loaded = await loadCases(api, vault, [answer.value.thread]);
  if (!loaded.ok) return loaded;
  const [one] = loaded.cases;
  return one ? { ok: true, one } : { ok: false, fault: { code: 'unreadable' } };
}
