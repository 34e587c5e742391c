import * as z from 'zod/mini';

/** Bytes of the parts of a link. */
export const LINK_BYTES = { member: 16, number: 4, digest: 32, keyId: 8, signature: 64 } as const;

const { member, number, digest, keyId, signature } = LINK_BYTES;

/** Bytes of each link that one has seen. */
export const SEEN_BYTES = member + number + digest;

/** Bytes of a link before what it has seen: member, number, link before, act, day, how many it has seen. */
export const HEAD_BYTES = member + number + digest + digest + number + 1;

/** Bytes behind that: the id of a key, and a signature by it. */
export const TAIL_BYTES = keyId + signature;

/** The most links of others that one link names; the rest has its place in the next. */
export const MOST_SEEN = 16;

/** A link that somebody has seen: whose, which of theirs, and its digest in base64url. */
export type SeenLink = { member: string; seq: number; link: string };

/** What a link says, without who signed it. Ids and digests in base64url. */
export type LinkFields = {
  member: string;
  /** Its number in the trail of the member, from 1. */
  seq: number;
  /** The digest of the link before; null for the first. */
  prev: string | null;
  /** The digest of the envelope that says what was done. */
  act: string;
  /** On which day by the member's device, in days since 1970. */
  day: number;
  /** The newest links that the member had seen and no link of theirs had named, their own among them where it was newer. */
  seen: readonly SeenLink[];
};

/** A zod field: a link in base64url. What it holds is read apart. */
export const LinkText = z
  .string()
  .check(
    z.maxLength(Math.ceil(((HEAD_BYTES + MOST_SEEN * SEEN_BYTES + TAIL_BYTES) * 4) / 3)),
    z.regex(/^[A-Za-z0-9_-]+$/),
  );
