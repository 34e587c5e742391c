import { BUCKETS } from './padding.ts';

/** Envelope version 0x01: a libsodium sealed box to the centre. Anyone can make one. */
export const SEALED_BOX = 0x01;

/**
 * Envelope version 0x02: a `crypto_box` between the centre's key and a mailbox's, or the centre's own. Either end can
 * make one: to a mailbox, also whoever holds its receipt code.
 */
export const AUTHENTICATED_BOX = 0x02;

/** The versions of envelopes that exist. */
export type EnvelopeVersion = typeof SEALED_BOX | typeof AUTHENTICATED_BOX;

/** Bytes of the id of a key. */
export const KEY_ID_BYTES = 8;

/** Bytes before the box: the version and the key id. */
export const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** Bytes that a box adds to the padded plaintext: ephemeral key (32) and tag (16), or nonce (24) and tag (16). */
const BOX_OVERHEAD: Record<EnvelopeVersion, number> = {
  [SEALED_BOX]: 32 + 16,
  [AUTHENTICATED_BOX]: 24 + 16,
};

/** The size in bytes of a whole envelope whose padded plaintext has the size of `bucket`. */
export function envelopeSize(version: EnvelopeVersion, bucket: number): number {
  return HEADER_BYTES + BOX_OVERHEAD[version] + bucket;
}

/** The largest envelope, in bytes. */
export const LARGEST_ENVELOPE = envelopeSize(SEALED_BOX, BUCKETS.at(-1) ?? 0);

/** The smallest envelope, in bytes. */
export const SMALLEST_ENVELOPE = envelopeSize(AUTHENTICATED_BOX, BUCKETS[0] ?? 0);

/** What an envelope shows to everyone, and its box. */
export type EnvelopeParts = {
  version: EnvelopeVersion;
  /** First 8 bytes of BLAKE2b-256 of the centre's public key. */
  keyId: Uint8Array;
  /** Size of the padded plaintext in bytes. */
  bucket: number;
  /** Everything after the header. */
  box: Uint8Array;
};

/** Why bytes are no envelope: of a version that does not exist, or of a size that no bucket gives. */
export type EnvelopeFault = 'envelope_version' | 'envelope_size';

/**
 * Reads the outside of an envelope: version, key id, bucket. Opens nothing and needs no key.
 * Layout: docs/wire-format.md.
 */
export function readEnvelope(
  bytes: Uint8Array,
): { ok: true; parts: EnvelopeParts } | { ok: false; code: EnvelopeFault } {
  const version = bytes[0];
  if (version !== SEALED_BOX && version !== AUTHENTICATED_BOX) return { ok: false, code: 'envelope_version' };
  const bucket = BUCKETS.find((size) => envelopeSize(version, size) === bytes.length);
  if (bucket === undefined) return { ok: false, code: 'envelope_size' };
  return {
    ok: true,
    parts: { version, keyId: bytes.slice(1, HEADER_BYTES), bucket, box: bytes.slice(HEADER_BYTES) },
  };
}
