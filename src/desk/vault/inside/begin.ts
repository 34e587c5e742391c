import { ITEM_VERSION, writerTime } from '../../../protocol/items/fields.ts';
import { drawOwnId } from '../../../protocol/keys/own-id.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { drawSilentMailbox } from '../../../protocol/seal/mailbox.ts';
import { sealItem } from '../../../protocol/seal/sealed-box.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';
import { digestOf } from '../../../protocol/wire/digest.ts';
import type { Beginning, Begun } from '../requests.ts';

/**
 * Seals what begins the case of one person of a group. Nobody has a code for it: the key of its mailbox is drawn and forgotten.
 * Null where it could not be sealed.
 */
export function begin(beginning: Beginning, newest: CentrePair): Begun | null {
  const id = drawOwnId('begun', newest);
  const mailbox = drawSilentMailbox();
  const sealed = sealItem(
    {
      ...{ v: ITEM_VERSION, kind: 'referral', thread: id, id, at: writerTime(), mailbox },
      ...{ who: 'work', answer: { way: 'mailbox' }, happening: [], ...beginning },
    },
    newest,
  );
  return sealed && { id, mailbox, envelope: toBase64url(sealed), digest: toBase64url(digestOf(sealed)) };
}
