import type { ReporterMessage } from '../../../protocol/items/message.ts';
import { sealItem } from '../../../protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';
import type { CentreKey } from '../../../protocol/wire/centre-key.ts';
import { randomId } from '../../../protocol/wire/random-id.ts';
import type { Call } from '../../sending/call.ts';
import { postMessage } from '../../sending/calls.ts';
import type { MailboxKeys } from '../mailbox-keys.ts';

/**
 * Seals what the reporter writes in a thread to the centre's newest key, under an id of its own.
 * Gives null when the text is larger than any envelope.
 */
export function sealReply(
  text: string,
  thread: string,
  keys: MailboxKeys,
  centreKey: CentreKey,
): { call: Call } | null {
  const id = randomId();
  const message: ReporterMessage = {
    v: 1,
    kind: 'message',
    author: 'reporter',
    thread,
    id,
    text,
    mailbox: keys.publicKey,
  };
  const envelope = sealItem(message, centreKey);
  if (!envelope) return null;
  const body = JSON.stringify({ id, envelope: toBase64url(envelope) });
  return { call: postMessage(id, body, keys.token) };
}
