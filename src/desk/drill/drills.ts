import { storedAs } from '../../protocol/wire/api/fields.ts';
import { deletedThread } from '../../protocol/wire/api/mailbox.ts';
import { type Api, inBrowser, TRIES } from '../api/client.ts';
import { send } from '../api/request.ts';
import type { DeskFault } from '../api/result.ts';
import type { LiveDrill } from '../inbox/loading/load-envelopes.ts';
import type { VaultClient } from '../vault/client.ts';

/** Sends a drill as a form sends a referral; `at` in Unix seconds. Null when it is stored. */
export async function beginDrill(api: Api, vault: VaultClient, at: number): Promise<DeskFault | null> {
  const made = await vault.drill(at);
  if (!made.ok) return made;
  const { id, sent: body } = made;
  const path = `/api/referrals/${id}`;
  const sent = await send({ method: 'POST', path, body, answer: storedAs(id), tries: TRIES }, inBrowser);
  if (!sent.ok) return sent;
  await api.trail.with({ did: 'drilled' }, (act) =>
    act ? api.postAct({ act }) : Promise.resolve({ ok: true, value: { id: made.id } }),
  );
  return null;
}

/** Deletes a drill by its token. One that is gone already is ended as well. */
export async function removeDrill({ id, token }: LiveDrill): Promise<DeskFault | null> {
  const removed = await send(
    { method: 'POST', path: '/api/mailbox/delete', token, answer: deletedThread(id), tries: TRIES },
    inBrowser,
  );
  return removed.ok || removed.code === 'unauthorized' ? null : removed;
}

/**
 * Ends a drill by hand: who does has looked at the list up to `cursor`, and what comes next rings at once, as if nothing had
 * rung before.
 */
export async function endDrill(api: Api, drill: LiveDrill, cursor: number | null): Promise<DeskFault | null> {
  const fault = await removeDrill(drill);
  if (fault) return fault;
  const looked = await api.look({ upTo: cursor ?? 0, drill: drill.at });
  return looked.ok ? null : looked;
}
