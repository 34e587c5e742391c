import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Acted } from '../acts/use-acts.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Thread } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';

/**
 * Tells the mailbox of a referral that a colleague centre goes on with it; not which. `take`: takes the case first, where nobody
 * has it, since only of a case that somebody has is anything told; then nothing else may have happened since it was read.
 */
export async function tellPassedOn(
  api: Api,
  vault: VaultClient,
  { thread, mailbox }: Pick<Referral, 'thread' | 'mailbox'>,
  { row, next }: Pick<Thread, 'row' | 'next'>,
  take: () => Promise<Acted>,
): Promise<{ ok: true } | ({ ok: false } & DeskFault)> {
  const id = randomId();
  const status = { v: ITEM_VERSION, kind: 'status', thread, id, says: 'passed-on' } as const;
  const boxed = await vault.box({ ...status, ...next, at: writerTime() }, mailbox);
  if (!boxed.ok) return boxed;
  let { rev } = row;
  if (!row.takenBy) {
    const acted = await take();
    if (!acted.ok) return { ...acted.fault, ok: false };
    rev += 1;
    if (acted.row.rev !== rev) return { ok: false, code: 'changed' };
  }
  return api.answer(thread, { id, seq: next.seq, envelope: boxed.envelope, rev });
}
