import { blake2b } from '@noble/hashes/blake2.js';
import type { CentrePair } from '../seal/centre-pair.ts';
import { concatBytes, equalBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';

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
