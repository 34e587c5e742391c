import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import type { Handover } from '../../protocol/items/kinds/handover.ts';
import type { PostHandover } from '../../protocol/wire/api/handovers.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import { MOST_ASKED } from '../../protocol/wire/api/threads.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import { type Changed, changeStand } from '../acts/change-stand.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import { givenTo, standOf } from '../state/stand.ts';
import type { MessageFault } from '../thread/load-thread.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Said } from './lines.ts';
import type { Pending } from './pending.ts';

/** A handover that was sealed. It goes again as it is where its answer got lost. */
export type SealedHandover = { id: string; body: PostHandover };

/** Seals what a member hands over of a thread. */
export async function sealHandover(
  vault: VaultClient,
  from: Member,
  { thread, to, said }: { thread: string; to: string | null; said: Said },
): Promise<{ ok: true; sealed: SealedHandover } | { ok: false; fault: DeskFault }> {
  const id = randomId();
  const by = { id: from.id, name: from.name };
  const kept = await vault.keep({
    v: ITEM_VERSION,
    kind: 'handover',
    thread,
    id,
    at: writerTime(),
    from: by,
    ...said,
  });
  if (!kept.ok) return { ok: false, fault: kept };
  return { ok: true, sealed: { id, body: { thread, to, envelope: kept.envelope } } };
}

/** What was read in a handover, or why it can't be believed. */
export type ReadHandover = { ok: true; item: Handover } | { ok: false; code: MessageFault };

/** Fetches what is said in handovers and opens it, by their ids. What has gone meanwhile is left out. */
export async function readHandovers(
  api: Api,
  vault: VaultClient,
  pending: readonly Pending[],
): Promise<{ ok: true; read: Map<string, ReadHandover> } | { ok: false; fault: DeskFault }> {
  const read = new Map<string, ReadHandover>();
  // As many as fit come at once, from the first.
  for (let rest = pending; rest.length > 0; ) {
    const asked = rest.slice(0, MOST_ASKED);
    const answer = await api.envelopes({ ids: asked.map(({ handover }) => handover.id) });
    if (!answer.ok) return { ok: false, fault: answer };
    const given = new Map(answer.value.envelopes.map(({ id, envelope }) => [id, envelope]));
    const known = asked.flatMap(({ handover, one }) => {
      const envelope = given.get(handover.id);
      return envelope === undefined || !one.opened.ok ? [] : [{ handover, envelope, first: one.opened.key }];
    });
    if (known.length === 0) break;
    const opening = await vault.open(
      known.map(({ handover: { id, thread }, envelope }) => ({ from: 'centre', thread, id, envelope })),
    );
    if (!opening.ok) return { ok: false, fault: opening };
    for (const [index, { handover, first }] of known.entries()) {
      const opened = opening.opened[index];
      if (!opened?.ok) read.set(handover.id, { ok: false, code: opened?.code ?? 'envelope_text' });
      else if (opened.item.kind !== 'handover') read.set(handover.id, { ok: false, code: 'item_unknown' });
      else if (opened.item.from.id !== handover.from.id)
        read.set(handover.id, { ok: false, code: 'signature_broken' });
      // As old as the thread at most is the key of what speaks of it.
      else if (opened.key > first) read.set(handover.id, { ok: false, code: 'key_retired' });
      else read.set(handover.id, { ok: true, item: opened.item });
    }
    rest = rest.filter(({ handover }) => !read.has(handover.id));
  }
  return { ok: true, read };
}

/** What a colleague says of their shift as a whole, each thing once: they may have handed over more than once. */
export function remarksIn(read: ReadonlyMap<string, ReadHandover>): string[] {
  const said = [...read.values()].flatMap((one) => (one.ok && one.item.remark ? [one.item.remark] : []));
  return [...new Set(said)];
}

/** Accepts one case: it is then the member's. */
export function acceptOne(
  api: Api,
  vault: VaultClient,
  me: Member,
  { handover, one }: Pending,
): Promise<Changed> {
  const stand = givenTo(standOf(one.said ?? null), me);
  return changeStand(api, vault, one, stand, ({ rev, entry }) =>
    api.acceptHandover(handover.id, { thread: one.row.id, rev, entry }),
  );
}
