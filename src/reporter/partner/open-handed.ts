import type { Handoff } from '../../protocol/items/kinds/handoff.ts';
import { deriveMailboxPair } from '../../protocol/seal/mailbox.ts';
import { openHandoff } from '../../protocol/seal/open-handoff.ts';
import type { HandedBody } from '../../protocol/wire/api/handed.ts';
import { fromBase64url } from '../../protocol/wire/bytes.ts';
import type { CentreKey } from '../../protocol/wire/centre-key.ts';
import { type NothingForCode, nothingForCode } from '../code-door/nothing-for-code.ts';
import { deliver, type Patience, WATCHED } from '../sending/deliver.ts';
import { getHanded } from './calls.ts';

/** How long reading is tried. */
const READING: Patience = { ...WATCHED, time: 45_000 };

/** What a code opened, or why it leads nowhere; null where something else went wrong. */
export type OpenedHandoff = { body: HandedBody; handoff: Handoff } | NothingForCode | null;

/** Fetches what was passed on by a code (16 digits) for its token, and opens it. `centreKeys`: the centre's public keys. */
export async function openHanded(
  code: string,
  token: string,
  centreKeys: readonly CentreKey[],
  signal: AbortSignal,
): Promise<OpenedHandoff> {
  const delivery = await deliver(getHanded(token), signal, undefined, READING);
  if (!delivery.ok) {
    return delivery.code === 'refused' ? nothingForCode(delivery.reason) : null;
  }
  const body = delivery.value;
  const [salt, envelope] = [fromBase64url(body.salt), fromBase64url(body.envelope)];
  if (!salt || !envelope) return null;
  const { secretKey } = await deriveMailboxPair(code, salt);
  const opened = openHandoff(envelope, centreKeys, secretKey, body.id);
  secretKey.fill(0);
  return opened.ok ? { body, handoff: opened.item } : null;
}
