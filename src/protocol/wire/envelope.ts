import { BUCKETS, LARGEST_BUCKET, type Rest } from './padding.ts';

/** Envelope version 0x01: a libsodium sealed box to the centre. Anyone can make one. */
export const SEALED_BOX = 0x01;

/**
 * Envelope version 0x02: a `crypto_box` between the centre's key and a mailbox's, or the centre's own, of what the centre
 * signed. Either end can make the box, the centre alone the signature.
 */
export const AUTHENTICATED_BOX = 0x02;

/** A way to seal: what the first byte of an envelope stands for. */
type Scheme = {
  version: number;
  /** Bytes that its box adds to the padded plaintext. */
  overhead: number;
  /** Who seals so. It decides which calls take such an envelope. */
  from: 'anyone' | 'centre';
  /** To whom. */
  to: readonly ('centre' | 'mailbox')[];
  /** Whose secret keys open it. */
  opens: readonly ('centre' | 'mailbox')[];
};

/**
 * Every way to seal. How each box is made and opened stands in a file of its own: in `seal/`, and in `keys/` where no
 * reporter may open it. Sizes, and what each call and reader takes, follow from here.
 */
export const SCHEMES = [
  // Ephemeral key (32), tag (16).
  { version: SEALED_BOX, overhead: 32 + 16, from: 'anyone', to: ['centre'], opens: ['centre'] },
  // Nonce (24), tag (16), signature (64).
  {
    version: AUTHENTICATED_BOX,
    overhead: 24 + 16 + 64,
    from: 'centre',
    to: ['mailbox', 'centre'],
    opens: ['centre', 'mailbox'],
  },
] as const satisfies readonly Scheme[];

/** The versions of envelopes that exist. */
export type EnvelopeVersion = (typeof SCHEMES)[number]['version'];

/** Who seals an envelope. */
export type Sealer = Scheme['from'];

/** Bytes of the id of a key. */
export const KEY_ID_BYTES = 8;

/** Bytes before the box: the version and the key id. */
export const HEADER_BYTES = 1 + KEY_ID_BYTES;

/** The size in bytes of a whole envelope whose padded plaintext has the size of `bucket`. */
export function envelopeSize(version: EnvelopeVersion, bucket: number): number {
  const overhead = SCHEMES.find((scheme) => scheme.version === version)?.overhead ?? 0;
  return HEADER_BYTES + overhead + bucket;
}

const sizesOfBucket = (bucket: number) => SCHEMES.map(({ version }) => envelopeSize(version, bucket));

/** The smallest envelope of any version, in bytes. */
export const SMALLEST_ENVELOPE = /* @__PURE__ */ Math.min(...sizesOfBucket(Math.min(...BUCKETS)));

/** The largest envelope of any version that comes to rest there, in bytes. */
export function largestEnvelope(rest: Rest): number {
  return Math.max(...sizesOfBucket(LARGEST_BUCKET[rest]));
}

/** What an envelope shows to everyone, and its box. */
export type EnvelopeParts = {
  version: EnvelopeVersion;
  /** Who seals envelopes of this version. */
  from: Sealer;
  /** First 8 bytes of BLAKE2b-256 of the centre's public keys. */
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
  const scheme = SCHEMES.find(({ version }) => version === bytes[0]);
  if (!scheme) return { ok: false, code: 'envelope_version' };
  const { version, from } = scheme;
  const bucket = BUCKETS.find((size) => envelopeSize(version, size) === bytes.length);
  if (bucket === undefined) return { ok: false, code: 'envelope_size' };
  const [keyId, box] = [bytes.slice(1, HEADER_BYTES), bytes.slice(HEADER_BYTES)];
  return { ok: true, parts: { version, from, keyId, bucket, box } };
}
