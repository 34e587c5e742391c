import { blake2b } from '@noble/hashes/blake2.js';
import type { CentrePair } from '../seal/centre-pair.ts';
import { concatBytes, equalBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';

/** What the centre itself sends as anybody could, each under ids by which it knows its own: a drill, the case of one of a group. */
const LABELS = {
  drill: /* @__PURE__ */ utf8('pag-asa.be drill v2'),
  begun: /* @__PURE__ */ utf8('pag-asa.be begun v2'),
} as const;
export type OwnKind = keyof typeof LABELS;

/** Bytes of an id that are drawn, and of the mark behind them by which the centre knows its own. */
const DRAWN_BYTES = 8;
const MARK_BYTES = 8;

type Pair = Pick<CentrePair, 'secretKey'>;

/** BLAKE2b keyed with the secret key (RFC 7693), over the label and what it is asked for. */
export const ownDerived = (kind: OwnKind, { secretKey }: Pair, about: Uint8Array, dkLen: number) =>
  blake2b(concatBytes(LABELS[kind], about), { key: secretKey, dkLen });

/** Draws an id (base64url): only who has the key can tell it from any other. */
export function drawOwnId(kind: OwnKind, pair: Pair): string {
  const drawn = crypto.getRandomValues(new Uint8Array(DRAWN_BYTES));
  return toBase64url(concatBytes(drawn, ownDerived(kind, pair, drawn, MARK_BYTES)));
}

/** The pair that drew an id, and the bytes of that id; null where none of these did. */
export function drawerOf<One extends Pair>(
  kind: OwnKind,
  pairs: readonly One[],
  id: string,
): { pair: One; bytes: Uint8Array } | null {
  const bytes = fromBase64url(id);
  if (bytes?.length !== DRAWN_BYTES + MARK_BYTES) return null;
  const [drawn, mark] = [bytes.slice(0, DRAWN_BYTES), bytes.slice(DRAWN_BYTES)];
  const pair = pairs.find((one) => equalBytes(ownDerived(kind, one, drawn, MARK_BYTES), mark));
  return pair ? { pair, bytes } : null;
}
