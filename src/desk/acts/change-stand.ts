import type { ChangeState, ThreadRow } from '../../protocol/wire/api/threads.ts';
import type { Api } from '../api/client.ts';
import type { ApiResult, DeskFault } from '../api/result.ts';
import { type Case, firstRead } from '../inbox/cases.ts';
import type { SaidState } from '../state/fits.ts';
import { placeAfter, placeBehind, sealState } from '../state/seal-state.ts';
import { isSameStand, type Stand, standOf } from '../state/stand.ts';
import { loadThread } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';
import { deedOf, type StandDeed } from './deed-of.ts';

/** How a case now stands, or why it does not; `now`: as somebody else left it meanwhile. */
export type Changed =
  | { ok: true; row: ThreadRow; said: SaidState }
  | { ok: false; fault: DeskFault; now?: Case };

/** The call by which a state is sent: what it may do to the row is the worker's to say. */
type Send = (change: ChangeState, deed: StandDeed) => Promise<ApiResult<ThreadRow>>;

/** How often a state is sealed anew behind what colleagues noted meanwhile. */
const TRIES = 5;

/**
 * Lets a case stand so, if nobody has changed it since it was read here. Where it stands so already, by an earlier try whose
 * answer got lost, it is done. A note that came meanwhile changes nothing of how
 * a case stands: then the state is sealed again behind it.
 */
export async function changeStand(
  api: Api,
  vault: VaultClient,
  one: Case,
  stand: Stand,
  send: Send = (change, deed) => api.changeState(one.row.id, change, deed),
): Promise<Changed> {
  const { row, opened, said } = one;
  if (!opened.ok || said === undefined) return { ok: false, fault: { code: 'changed' } };
  const first = firstRead(opened);
  let place = placeBehind(said);
  for (let tries = 1; ; tries++) {
    const sealed = await sealState(vault, row.id, first, place, stand);
    if (!sealed.ok) return { ok: false, fault: sealed };
    const { entry } = sealed;
    const change = { rev: row.rev, owner: stand.owner?.id ?? null, closed: stand.closed !== null, entry };
    const answer = await send(change, deedOf(standOf(said), stand));
    if (answer.ok && answer.value.entry === entry.id)
      return { ok: true, row: answer.value, said: sealed.said };
    // It was done, its answer got lost, and somebody went on before it was asked again: the member has not seen that.
    const fault: DeskFault = answer.ok ? { code: 'changed' } : answer;
    if (fault.code !== 'changed' || tries === TRIES) return { ok: false, fault };
    const loaded = await loadThread(api, vault, row.id, first);
    if (!loaded.ok) return loaded;
    const { thread } = loaded;
    if (!thread.fits) return { ok: false, fault };
    if (thread.said && thread.said.id !== said?.id && isSameStand(standOf(thread.said), stand)) {
      return { ok: true, row: thread.row, said: thread.said };
    }
    if (thread.row.rev !== row.rev) {
      return { ok: false, fault, now: { ...one, row: thread.row, said: thread.said } };
    }
    place = placeAfter(thread.entries);
  }
}
