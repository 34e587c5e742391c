import { blake2b } from '@noble/hashes/blake2.js';
import { concatBytes, equalBytes, fromBase64url, toBase64url, utf8 } from '../wire/bytes.ts';
import { DIGEST_BYTES } from '../wire/digest.ts';

/** From the mailbox's secret key, what authenticates its reporter's own messages to themselves. */
const LABEL = /* @__PURE__ */ utf8('pag-asa.be mailbox chain v2');

/** Where a message of the reporter stands: thread id, its number, the digests of the envelope before and of its own. base64url. */
export type OwnPlace = { thread: string; seq: number; prev: string; digest: string };

/** The key of the chain of a mailbox: BLAKE2b-256 of a label, keyed with the mailbox's X25519 secret key (32 bytes). */
export function chainKey(mailboxSecretKey: Uint8Array): Uint8Array {
  return blake2b(LABEL, { key: mailboxSecretKey, dkLen: DIGEST_BYTES });
}

/**
 * What the reporter's browser hands to the worker with a message, and gets back with the mailbox: nobody can open their own
 * sealed message, so this shows whether it is theirs and where it stood. BLAKE2b-256 (RFC 7693), keyed, over thread (16
 * bytes) ‖ seq (4, big-endian) ‖ prev (32) ‖ digest (32). base64url.
 */
export function chainMac(key: Uint8Array, { thread, seq, prev, digest }: OwnPlace): string {
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, seq);
  const bytes = (text: string) => fromBase64url(text) ?? new Uint8Array();
  const place = concatBytes(bytes(thread), number, bytes(prev), bytes(digest));
  return toBase64url(blake2b(place, { key, dkLen: DIGEST_BYTES }));
}

/** Whether the holder of the key wrote a message that stood there. */
export function isOwn(key: Uint8Array, place: OwnPlace, mac: string): boolean {
  const given = fromBase64url(mac);
  const right = fromBase64url(chainMac(key, place));
  return given !== null && right !== null && equalBytes(given, right);
}
