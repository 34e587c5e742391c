import { ITEM_VERSION } from '../items/fields.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { drawMailboxSalt, drawSilentMailbox } from '../seal/mailbox.ts';
import { sealItem } from '../seal/sealed-box.ts';
import type { PutReferral } from '../wire/api/referrals.ts';
import { toBase64url } from '../wire/bytes.ts';
import { sha256 } from '../wire/sha256.ts';
import { drawerOf, drawOwnId, ownDerived } from './own-id.ts';

/** The token of a drill's mailbox (32 bytes) by its id; null where no key of the centre drew that id. */
export function drillToken(
  pairs: readonly Pick<CentrePair, 'secretKey'>[],
  id: string,
): Uint8Array<ArrayBuffer> | null {
  const drawer = drawerOf('drill', pairs, id);
  return drawer && new Uint8Array(ownDerived('drill', drawer.pair, drawer.bytes, 32));
}

/** A drill that can be sent as a form sends a referral, to `/api/referrals/<id>`, and the token by which it is deleted. */
export type NewDrill = { id: string; sent: PutReferral; token: string };

/**
 * Seals a drill as a browser seals a referral; `at`: when it is to be sent, Unix seconds. Nobody ever answers it: its mailbox key
 * is drawn and forgotten.
 */
export async function newDrill(at: number, newest: CentrePair): Promise<NewDrill | null> {
  const id = drawOwnId('drill', newest);
  const token = drillToken([newest], id);
  const mailbox = drawSilentMailbox();
  const envelope = sealItem({ v: ITEM_VERSION, kind: 'drill', thread: id, id, mailbox, at }, newest);
  if (!envelope || !token) return null;
  return {
    id,
    token: toBase64url(token),
    sent: {
      envelope: toBase64url(envelope),
      mailbox: toBase64url(await sha256(token)),
      salt: toBase64url(drawMailboxSalt()),
    },
  };
}
