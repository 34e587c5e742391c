import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { State } from '../../protocol/items/kinds/state.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Change } from '../../protocol/wire/api/threads.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { VaultClient, VaultResult } from '../vault/client.ts';
import type { FirstRead, SaidState } from './fits.ts';

/**
 * Seals in which state a member leaves a thread, behind what was said last (null: nothing yet): all of that stays, but for
 * who has it. `owner` null: nobody.
 */
export async function sealState(
  vault: VaultClient,
  thread: string,
  first: FirstRead,
  said: SaidState | null,
  owner: Member | null,
): Promise<VaultResult<{ entry: Change['entry'] }>> {
  const id = randomId();
  const seq = (said?.item.seq ?? 0) + 1;
  const item: State = {
    ...said?.item,
    v: ITEM_VERSION,
    kind: 'state',
    thread,
    id,
    seq,
    prev: said?.digest ?? null,
    at: writerTime(),
    pins: { first: first.digest, mailbox: first.mailbox },
    owner: owner && { id: owner.id, name: owner.name },
    closed: null,
  };
  const sealed = await vault.keep(item);
  return sealed.ok ? { ok: true, entry: { id, seq, envelope: sealed.envelope } } : sealed;
}
