import nacl from 'tweetnacl';
import { ITEM_VERSION } from '../../../protocol/items/fields.ts';
import { drawDrillId, drillToken } from '../../../protocol/keys/drill.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import { drawMailboxSalt } from '../../../protocol/seal/mailbox.ts';
import { sealItem } from '../../../protocol/seal/sealed-box.ts';
import type { PutReferral } from '../../../protocol/wire/api/referrals.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';
import { sha256 } from '../../../protocol/wire/sha256.ts';

/** Seals a drill as a browser seals a referral. Nobody ever answers it: its mailbox key is drawn and forgotten. */
export async function newDrill(
  at: number,
  newest: CentrePair,
): Promise<{ id: string; sent: PutReferral } | null> {
  const id = drawDrillId(newest);
  const token = drillToken([newest], id);
  const { publicKey, secretKey } = nacl.box.keyPair();
  secretKey.fill(0);
  const mailbox = toBase64url(publicKey);
  const envelope = sealItem({ v: ITEM_VERSION, kind: 'drill', thread: id, id, mailbox, at }, newest);
  if (!envelope || !token) return null;
  return {
    id,
    sent: {
      envelope: toBase64url(envelope),
      mailbox: toBase64url(await sha256(token)),
      salt: toBase64url(drawMailboxSalt()),
    },
  };
}

/** The token by which each of these is deleted (base64url); null for what is no drill of this centre's. */
export function tokensOf(ids: readonly string[], pairs: readonly CentrePair[]): (string | null)[] {
  return ids.map((id) => {
    const token = drillToken(pairs, id);
    return token && toBase64url(token);
  });
}
