import * as z from 'zod/mini';
import { MemberName } from './api/member.ts';
import { KEY_ID_BYTES } from './envelope.ts';
import { base64urlBytes, Id } from './fields.ts';

/** A member with the own key to which the next centre key is sealed, and the centre's word that it is theirs. */
export const VouchedMember = z.object({
  id: Id,
  name: MemberName,
  /** X25519, 32 bytes. */
  boxKey: base64urlBytes(32),
  /** Ed25519 signature by a centre key (own-key vouch). */
  vouch: base64urlBytes(64),
});
export type VouchedMember = z.infer<typeof VouchedMember>;

/** The most members that a centre has. */
export const MOST_MEMBERS = 100;

/** What a list of members says: who is to get the next key, as an administrator saw it. `at` in Unix seconds. */
export const MemberListText = z.object({
  at: z.int().check(z.nonnegative()),
  members: z.array(VouchedMember).check(z.minLength(1), z.maxLength(MOST_MEMBERS)),
});
export type MemberListText = z.infer<typeof MemberListText>;

/** The file with a list of members: the text as it was signed, and the signature of the centre key that signed it. */
export const MemberListFile = z.object({
  v: z.literal(1),
  /** JSON in base64url. */
  list: z.string().check(z.maxLength(100_000), z.regex(/^[A-Za-z0-9_-]+$/)),
  keyId: base64urlBytes(KEY_ID_BYTES),
  signature: base64urlBytes(64),
});
export type MemberListFile = z.infer<typeof MemberListFile>;

/** The next centre key, sealed to one member's own key and signed by the centre key before it. */
export const SealedNextKey = z.object({
  box: z.string().check(z.maxLength(1024), z.regex(/^[A-Za-z0-9_-]+$/)),
  signature: base64urlBytes(64),
});
export type SealedNextKey = z.infer<typeof SealedNextKey>;

/** The file that hands a next key to the members of a list. */
export const NextKeyFile = z.object({
  v: z.literal(1),
  /** The id of the next key. */
  keyId: base64urlBytes(KEY_ID_BYTES),
  sealed: z
    .array(z.object({ member: Id, ...SealedNextKey.shape }))
    .check(z.minLength(1), z.maxLength(MOST_MEMBERS)),
});
export type NextKeyFile = z.infer<typeof NextKeyFile>;
