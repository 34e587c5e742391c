import { ITEM_VERSION, writerTime } from '../../../protocol/items/fields.ts';
import type { ReporterMessage } from '../../../protocol/items/kinds/message.ts';
import { chainKey, chainMac } from '../../../protocol/seal/chain-mac.ts';
import { sealItem } from '../../../protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';
import type { CentreKey } from '../../../protocol/wire/centre-key.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import { randomId } from '../../../protocol/wire/random-id.ts';
import type { Call } from '../../sending/call.ts';
import { postMessage } from '../../sending/calls.ts';
import type { Contents } from '../contents/open-contents.ts';
import type { MailboxKeys } from '../mailbox-keys.ts';

/**
 * Seals what the reporter writes to the centre's newest key, behind what the mailbox held, under an id of its own. Gives
 * null when the text is larger than any envelope.
 */
export function sealReply(
  text: string,
  { thread, next }: Pick<Contents, 'thread' | 'next'>,
  keys: MailboxKeys,
  centreKey: CentreKey,
): { call: Call } | null {
  const id = randomId();
  const { seq, prev } = next;
  const message: ReporterMessage = {
    v: ITEM_VERSION,
    kind: 'message',
    author: 'reporter',
    thread,
    id,
    ...next,
    at: writerTime(),
    text,
    mailbox: keys.publicKey,
  };
  const envelope = sealItem(message, centreKey);
  if (!envelope) return null;
  const digest = toBase64url(digestOf(envelope));
  const mac = chainMac(chainKey(keys.secretKey), { thread, seq, prev, digest });
  const body = JSON.stringify({ id, envelope: toBase64url(envelope), seq, prev, mac });
  return { call: postMessage(id, body, keys.token) };
}
