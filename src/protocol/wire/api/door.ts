import * as z from 'zod/mini';
import { KEY_ID_BYTES } from '../envelope.ts';
import { base64urlBytes, Id, MOST_KEYS } from '../fields.ts';
import { InviteCode } from '../invite.ts';
import { SealedNextKey } from '../next-key.ts';
import { PassphraseKdf } from '../passphrase-kdf.ts';
import { Time } from './fields.ts';
import { Member, MemberName, Role } from './member.ts';
import { SignedTouch } from './passkeys.ts';
import type { Routes } from './route.ts';
import { WrappedVault } from './vault-text.ts';

/** A public key of an own key: X25519, 32 bytes. */
export const BoxKey = base64urlBytes(32);

/** An invitation with the own key that the browser of who is invited has drawn, and the name that they take. */
export const OpenInvite = z.object({ code: InviteCode, boxKey: BoxKey, name: MemberName });
export const InviteBody = z.object({ id: Id, expiresAt: Time });
export type InviteBody = z.infer<typeof InviteBody>;

/** Who opened it, by the same two, and waits to be let in. */
export const AwaitBox = z.object({ code: InviteCode, boxKey: BoxKey });

/** The centre's secret keys, sealed to an own key: base64url. */
export const VaultBox = z.string().check(z.maxLength(8192), z.regex(/^[A-Za-z0-9_-]+$/));
export const BoxBody = z.object({ box: z.nullable(VaultBox) });
export type BoxBody = z.infer<typeof BoxBody>;

/** A member to be, by the invitation that they opened and were let in by. */
export const PostMember = z.object({
  code: InviteCode,
  boxKey: BoxKey,
  /** The id of a new member. */
  id: Id,
  /** Ed25519 public key that checks sign-ins. */
  publicKey: base64urlBytes(32),
  kdf: PassphraseKdf,
  vault: WrappedVault,
});
export type PostMember = z.infer<typeof PostMember>;

/** What to sign, and how to stretch the passphrase. Unknown names look like known ones. */
export const AskChallenge = z.object({ name: MemberName });
export const ChallengeBody = z.object({ challenge: z.string().check(z.maxLength(200)), kdf: PassphraseKdf });
export type ChallengeBody = z.infer<typeof ChallengeBody>;

/**
 * The header by which every request of the desk names the session that it belongs to: all tabs of a browser share its
 * cookies, and each tab has a session of its own.
 */
export const SESSION_HEADER = 'Desk-Session';

/** A signed challenge. */
export const PostSession = z.object({
  name: MemberName,
  challenge: z.string().check(z.maxLength(200)),
  /** Ed25519 signature of `signInText`. */
  signature: base64urlBytes(64),
});
export type PostSession = z.infer<typeof PostSession>;
export const SessionBody = z.object({
  member: Member,
  role: Role,
  vault: WrappedVault,
  expiresAt: Time,
  /** The name of the session: SHA-256 of the cookie's token. Who knows it still needs the cookie. */
  session: base64urlBytes(32),
  /** The way in that was shown: the vault is its own. */
  wayIn: Id,
  /** The newest key in that vault, as whoever wrapped it said; and the key by which the centre vouches for their own. */
  newestKey: z.nullable(base64urlBytes(KEY_ID_BYTES)),
  vouchedBy: z.nullable(base64urlBytes(KEY_ID_BYTES)),
  /** Keys that came since and are sealed to the member. */
  next: z.array(SealedNextKey).check(z.maxLength(MOST_KEYS)),
});
export type SessionBody = z.infer<typeof SessionBody>;

/** What a passkey is to sign. */
export const TouchChallengeBody = z.object({ challenge: z.string().check(z.maxLength(200)) });

/** The session is over, or there was none. */
export const SessionEndedBody = z.object({ session: z.literal('ended') });
export type SessionEndedBody = z.infer<typeof SessionEndedBody>;

/** What the desk asks for before a member is signed in, and to sign them in and out. */
export const doorRoutes = {
  /**
   * Opens an invitation, once: from then on it is bound to this own key. The same again is answered alike; another key gets
   * 410 `invite_seen`, a name that can't be had 409 `conflict`, which leaves the invitation as it was.
   */
  openInvite: {
    method: 'POST',
    path: '/api/desk/invite',
    who: 'visitor',
    counts: 'sign-in',
    body: OpenInvite,
    answer: InviteBody,
    again: true,
  },
  /** What a member sealed to this own key when they let its holder in; `null` while nobody has. */
  awaitBox: {
    method: 'POST',
    path: '/api/desk/invite/box',
    who: 'visitor',
    counts: 'sign-in',
    body: AwaitBox,
    answer: BoxBody,
    again: true,
  },
  /**
   * Uses an invitation up that was let in. Makes a member with a passphrase as way in, or gives the member for whom it is this
   * one in the place of all that they had: 201, or 200 when the same comes again.
   */
  addMember: {
    method: 'POST',
    path: '/api/desk/members',
    who: 'visitor',
    counts: 'sign-in',
    body: PostMember,
    answer: Member,
    again: true,
  },
  challenge: {
    method: 'POST',
    path: '/api/desk/challenge',
    who: 'visitor',
    counts: 'sign-in',
    body: AskChallenge,
    answer: ChallengeBody,
    again: true,
  },
  /** Signs in and sets the session's cookie. A challenge is good once. */
  signIn: {
    method: 'POST',
    path: '/api/desk/session',
    who: 'visitor',
    counts: 'sign-in',
    body: PostSession,
    answer: SessionBody,
    again: false,
  },
  touchChallenge: {
    method: 'GET',
    path: '/api/desk/touch',
    who: 'visitor',
    counts: 'sign-in',
    body: null,
    answer: TouchChallengeBody,
    again: true,
  },
  /** Signs in with a passkey and sets the session's cookie. A challenge is good once. */
  touch: {
    method: 'POST',
    path: '/api/desk/touch',
    who: 'visitor',
    counts: 'sign-in',
    body: SignedTouch,
    answer: SessionBody,
    again: false,
  },
  /** Ends the session that the request names. Who leaves does not wait; the desk tries again on its own terms. */
  signOut: {
    method: 'DELETE',
    path: '/api/desk/session',
    otherwise: { method: 'POST', path: '/api/desk/session/end' },
    who: 'visitor',
    counts: null,
    body: null,
    answer: SessionEndedBody,
    again: false,
  },
} as const satisfies Routes;
