import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Thread } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';

/** Tells the mailbox of a referral that a colleague centre goes on with it; not which. Whoever tells it has the case. */
export async function tellPassedOn(
  api: Api,
  vault: VaultClient,
  { thread, mailbox }: Pick<Referral, 'thread' | 'mailbox'>,
  { row, next }: Pick<Thread, 'row' | 'next'>,
): Promise<{ ok: true } | ({ ok: false } & DeskFault)> {
  const id = randomId();
  const status = { v: ITEM_VERSION, kind: 'status', thread, id, says: 'passed-on' } as const;
  const boxed = await vault.box({ ...status, ...next, at: writerTime() }, mailbox);
  if (!boxed.ok) return boxed;
  return api.answer(thread, { id, seq: next.seq, envelope: boxed.envelope, rev: row.rev });
}
