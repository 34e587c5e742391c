import { PAGE_BYTES } from '../../../protocol/wire/api/fields.ts';
import { MOST_ASKED, type ThreadRow } from '../../../protocol/wire/api/threads.ts';
import { AUTHENTICATED_BOX, envelopeSize } from '../../../protocol/wire/envelope.ts';
import { LARGEST_BUCKET } from '../../../protocol/wire/padding.ts';
import type { Api } from '../../api/client.ts';
import type { DeskFault } from '../../api/result.ts';
import type { SaidState } from '../../state/fits.ts';
import type { VaultClient } from '../../vault/client.ts';

/** What the entry says that a row names; null where there is no such entry, or it is no state of this thread. */
export type LoadedState = { row: ThreadRow; said: SaidState | null };

/** What an envelope takes in an answer, in characters: base64url with its id around it. */
const inAnswer = (text: number) => text + 64;

/** The most that one entry takes in an answer. */
const LARGEST = inAnswer(Math.ceil((envelopeSize(AUTHENTICATED_BOX, LARGEST_BUCKET.entries) * 4) / 3));

/**
 * Fetches the entries that these rows name and opens them. What did not fit into one answer of the worker is left out, to
 * be asked for again.
 */
export async function loadStates(
  api: Api,
  vault: VaultClient,
  rows: readonly ThreadRow[],
): Promise<{ ok: true; loaded: LoadedState[] } | { ok: false; fault: DeskFault }> {
  const asked = rows
    .slice(0, MOST_ASKED)
    .flatMap((row) => (row.entry === undefined ? [] : [{ row, id: row.entry }]));
  const answer = await api.envelopes({ ids: asked.map(({ id }) => id) });
  if (!answer.ok) return { ok: false, fault: answer };
  const given = new Map(answer.value.envelopes.map(({ id, envelope }) => [id, envelope]));
  const size = [...given.values()].reduce((sum, envelope) => sum + inAnswer(envelope.length), 0);
  // The worker gives the first of what was asked for: what stands behind the last of these may only not have fitted.
  const last = asked.findLastIndex(({ id }) => given.has(id));
  const known = size > 0 && size + LARGEST > PAGE_BYTES ? asked.slice(0, last + 1) : asked;
  const opening = await vault.open(
    known.map(({ row, id }) => ({ from: 'centre', thread: row.id, id, envelope: given.get(id) ?? '' })),
  );
  if (!opening.ok) return { ok: false, fault: opening };
  const loaded = known.map(({ row, id }, index): LoadedState => {
    const opened = opening.opened[index];
    if (!opened?.ok || opened.item.kind !== 'state') return { row, said: null };
    return { row, said: { id, digest: opened.digest, item: opened.item, key: opened.key } };
  });
  return { ok: true, loaded };
}
