import { blake2b } from '@noble/hashes/blake2.js';
import nacl from 'tweetnacl';
import { ITEM_VERSION } from '../items/fields.ts';
import type { CentrePair } from '../seal/centre-pair.ts';
import { drawMailboxSalt } from '../seal/mailbox.ts';
import { sealItem } from '../seal/sealed-box.ts';
import type { PutReferral } from '../wire/api/referrals.ts';
import { concatBytes, equalBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';
import { sha256 } from '../wire/sha256.ts';

/** From a secret key of the centre, what names its drills and opens their mailboxes. */
const LABEL = /* @__PURE__ */ utf8('pag-asa.be drill v2');

/** Bytes of an id that are drawn, and of the mark behind them by which the centre knows its own. */
const DRAWN_BYTES = 8;
const MARK_BYTES = 8;

type Pair = Pick<CentrePair, 'secretKey'>;

/** BLAKE2b keyed with the secret key (RFC 7693), over the label and what it is asked for. */
const derived = ({ secretKey }: Pair, about: Uint8Array, dkLen: number) =>
  blake2b(concatBytes(LABEL, about), { key: secretKey, dkLen });

/** Draws the id of a drill (base64url): only who has the key can tell it from any other. */
export function drawDrillId(pair: Pair): string {
  const drawn = crypto.getRandomValues(new Uint8Array(DRAWN_BYTES));
  return toBase64url(concatBytes(drawn, derived(pair, drawn, MARK_BYTES)));
}

/** The token of a drill's mailbox (32 bytes) by its id; null where no key of the centre drew that id. */
export function drillToken(pairs: readonly Pair[], id: string): Uint8Array<ArrayBuffer> | null {
  const bytes = fromBase64url(id);
  if (bytes?.length !== DRAWN_BYTES + MARK_BYTES) return null;
  const [drawn, mark] = [bytes.slice(0, DRAWN_BYTES), bytes.slice(DRAWN_BYTES)];
  const pair = pairs.find((one) => equalBytes(derived(one, drawn, MARK_BYTES), mark));
  return pair ? new Uint8Array(derived(pair, bytes, 32)) : null;
}

/** A drill that can be sent as a form sends a referral, to `/api/referrals/<id>`, and the token by which it is deleted. */
export type NewDrill = { id: string; sent: PutReferral; token: string };

/**
 * Seals a drill as a browser seals a referral; `at`: when it is to be sent, Unix seconds. Nobody ever answers it: its mailbox key
 * is drawn and forgotten.
 */
export async function newDrill(at: number, newest: CentrePair): Promise<NewDrill | null> {
  const id = drawDrillId(newest);
  const token = drillToken([newest], id);
  const { publicKey, secretKey } = nacl.box.keyPair();
  secretKey.fill(0);
  const mailbox = toBase64url(publicKey);
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
