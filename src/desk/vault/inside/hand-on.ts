import { ITEM_VERSION } from '../../../protocol/items/fields.ts';
import type { Handed } from '../../../protocol/items/kinds/handed.ts';
import type { Handoff } from '../../../protocol/items/kinds/handoff.ts';
import { HANDING_ON } from '../../../protocol/items/ways/handing-on.ts';
import { boxItem } from '../../../protocol/seal/authenticated-box.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { deriveMailboxPair, deriveToken, drawMailboxSalt } from '../../../protocol/seal/mailbox.ts';
import { drawReceiptCode } from '../../../protocol/seal/receipt.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';
import { randomId } from '../../../protocol/wire/random-id.ts';
import { sha256 } from '../../../protocol/wire/sha256.ts';
import type { HandedOn, Handing } from '../requests.ts';

/**
 * Draws a code for another centre, boxes what it is given to the mailbox of that code, and the same to the centre itself
 * in the thread that is passed on. Null where it is too long, or not what they could read. Takes a second or two.
 */
export async function handOn(
  thread: string,
  handing: Handing,
  newest: CentrePair,
): Promise<{ code: string; handoff: HandedOn } | null> {
  const [code, salt, id] = [drawReceiptCode(), drawMailboxSalt(), randomId()];
  const given: Handoff = { v: ITEM_VERSION, kind: 'handoff', thread: id, id, ...handing };
  if (!HANDING_ON.carries.safeParse(given).success) return null;
  const pair = await deriveMailboxPair(code, salt);
  pair.secretKey.fill(0);
  const kept: Handed = { v: ITEM_VERSION, kind: 'handed', thread, id, ...handing };
  const [envelope, own] = [boxItem(given, newest, pair.publicKey), boxItem(kept, newest, newest.publicKey)];
  if (!envelope || !own) return null;
  const mailbox = toBase64url(await sha256(await deriveToken(code)));
  const handoff = { id, envelope: toBase64url(envelope), own: toBase64url(own), mailbox };
  return { code, handoff: { ...handoff, salt: toBase64url(salt) } };
}
