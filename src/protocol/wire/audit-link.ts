import { concatBytes, equalBytes, fromBase64url, toBase64url } from './bytes.ts';
import { digestOf } from './digest.ts';
import {
  HEAD_BYTES,
  LINK_BYTES,
  type LinkFields,
  MOST_SEEN,
  SEEN_BYTES,
  type SeenLink,
  TAIL_BYTES,
} from './link-fields.ts';

/** A link as it was read: what it says, the key that signed it, over which bytes, and its own digest. */
export type AuditLink = LinkFields & {
  keyId: Uint8Array;
  signature: Uint8Array;
  signed: Uint8Array;
  digest: string;
};

const { member: MEMBER, number: NUMBER, digest: DIGEST, keyId: KEY_ID } = LINK_BYTES;

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();
const nothing = new Uint8Array(DIGEST);

function number(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** The bytes of a link that are signed, behind a label, with the id of the key behind them. Layout: docs/wire-format.md. */
export function writeLink({ member, seq, prev, act, day, seen }: LinkFields): Uint8Array<ArrayBuffer> {
  return concatBytes(
    bytesOf(member),
    number(seq),
    prev === null ? nothing : bytesOf(prev),
    bytesOf(act),
    number(day),
    Uint8Array.of(seen.length),
    ...seen.flatMap((one) => [bytesOf(one.member), number(one.seq), bytesOf(one.link)]),
  );
}

/** Reads a link: what `writeLink` wrote, the id of a key, and a signature. Null where the bytes are none. */
export function readLink(bytes: Uint8Array): AuditLink | null {
  const count = bytes[HEAD_BYTES - 1];
  if (count === undefined || count > MOST_SEEN) return null;
  const end = HEAD_BYTES + count * SEEN_BYTES;
  if (bytes.length !== end + TAIL_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = (start: number, length: number) => toBase64url(bytes.subarray(start, start + length));
  const prevAt = MEMBER + NUMBER;
  const actAt = prevAt + DIGEST;
  const first = equalBytes(bytes.subarray(prevAt, actAt), nothing);
  const seen = Array.from({ length: count }, (_, index): SeenLink => {
    const at = HEAD_BYTES + index * SEEN_BYTES;
    const link = text(at + MEMBER + NUMBER, DIGEST);
    return { member: text(at, MEMBER), seq: view.getUint32(at + MEMBER), link };
  });
  return {
    member: text(0, MEMBER),
    seq: view.getUint32(MEMBER),
    prev: first ? null : text(prevAt, DIGEST),
    act: text(actAt, DIGEST),
    day: view.getUint32(actAt + DIGEST),
    seen,
    keyId: bytes.slice(end, end + KEY_ID),
    signature: bytes.slice(end + KEY_ID),
    signed: bytes.slice(0, end + KEY_ID),
    digest: toBase64url(digestOf(bytes)),
  };
}
