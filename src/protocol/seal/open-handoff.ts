import type { ItemBy } from '../items/item.ts';
import { HANDING_ON } from '../items/ways/handing-on.ts';
import type { CentreKey } from '../wire/centre-key.ts';
import { type AuthenticatedFault, openAtMailbox } from './authenticated-box.ts';
import { openEnvelope } from './envelope.ts';

/** Opens what the centre boxed to the mailbox of another centre's code, with the keys of that code. */
export function openHandoff(
  envelope: Uint8Array,
  keys: readonly CentreKey[],
  mailboxSecretKey: Uint8Array,
  id: string,
): { ok: true; item: ItemBy<'handing-on'> } | { ok: false; code: AuthenticatedFault } {
  return openEnvelope(envelope, HANDING_ON, openAtMailbox(keys, mailboxSecretKey), { thread: id, id });
}
