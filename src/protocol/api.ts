import * as z from 'zod/mini';
import { base64urlBytes, Id } from './fields.ts';
import { PassphraseKdf } from './passphrase-kdf.ts';

/** What the worker answers when it refuses: `{ error: { code } }`, never more. */
export const ERROR_CODES = [
  /** 400: not JSON, or not of the shape that the route takes. */
  'malformed',
  /** 400: an envelope of a version that does not exist or does not belong here. */
  'envelope_version',
  /** 400: an envelope whose size no bucket gives. */
  'envelope_size',
  /** 401: the mailbox is not known, or the sign-in is not right. One code for all that could be wrong. */
  'unauthorized',
  /** 403: a change asked for from another origin. */
  'forbidden',
  /** 404: no such row or route. */
  'not_found',
  /** 409: this id is taken by other bytes, or this name by another member. */
  'conflict',
  /** 409: someone changed the referral since it was read. */
  'changed',
  /** 410: the invitation was used or has expired. */
  'invite_gone',
  /** 413: the body is larger than any envelope. */
  'too_large',
  /** 415: the body is not JSON by its content type. */
  'content_type',
  /** 429: too many requests from one address; Retry-After says when to try again. */
  'limited',
  /** 500: a fault of ours. */
  'internal',
  /** 503: the store is busy; trying again is right. */
  'unavailable',
] as const;
export const ErrorCode = z.enum(ERROR_CODES);
export type ErrorCode = z.infer<typeof ErrorCode>;
export const ErrorBody = z.object({ error: z.object({ code: ErrorCode }) });

/** An envelope as it stands in JSON: base64url. Its size and version are checked apart, to name what is wrong. */
const EnvelopeText = z.string().check(z.maxLength(90_000), z.regex(/^[A-Za-z0-9_-]+$/));

/** Unix seconds. */
const Time = z.int().check(z.nonnegative());

/** The states of a referral, in their order. */
export const STATES = ['new', 'acknowledged', 'open', 'closed'] as const;
export const State = z.enum(STATES);
export type State = z.infer<typeof State>;

/** `PUT /api/referrals/:id`: 201 stored, 200 the same bytes again. */
export const PutReferral = z.object({
  envelope: EnvelopeText,
  /** SHA-256 of the mailbox token. */
  mailbox: base64urlBytes(32),
});
export type PutReferral = z.infer<typeof PutReferral>;

/** `POST /api/mailbox` and `POST /api/desk/referrals/:id/messages`: a message under an id of the sender's choice. */
export const PostMessage = z.object({ id: Id, envelope: EnvelopeText });
export type PostMessage = z.infer<typeof PostMessage>;

/** `GET /api/mailbox`: the reporter gets the desk's envelopes, and of their own messages only when they came. */
export const MailboxBody = z.object({
  thread: Id,
  state: State,
  receivedAt: Time,
  messages: z.array(
    z.discriminatedUnion('author', [
      z.object({ author: z.literal('desk'), id: Id, at: Time, envelope: EnvelopeText }),
      z.object({ author: z.literal('reporter'), id: Id, at: Time }),
    ]),
  ),
});
export type MailboxBody = z.infer<typeof MailboxBody>;

/** The name by which a member signs in and is known to the others: 2 to 40 characters, no spaces at the ends. */
export const MemberName = z
  .string()
  .check(z.minLength(2), z.maxLength(40), z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._'-]*[\p{L}\p{N}.]$/u));

/** A wrapped vault as it stands in JSON. */
const WrappedVault = z.string().check(z.maxLength(4096), z.regex(/^[A-Za-z0-9_-]+$/));

/** A member as the others see them. */
export const Member = z.object({ id: Id, name: MemberName });
export type Member = z.infer<typeof Member>;

/** `POST /api/desk/invite`: shows an invitation, which stays usable. 32 bytes of token. */
export const OpenInvite = z.object({ token: base64urlBytes(32) });
export const InviteBody = z.object({ vault: WrappedVault, expiresAt: Time });
export type InviteBody = z.infer<typeof InviteBody>;

/**
 * `POST /api/desk/members`: uses up an invitation and makes a member with a passphrase as way in. Answers 201 and the
 * `Member`, or 200 when the same invitation, id and key come again.
 */
export const PostMember = z.object({
  token: base64urlBytes(32),
  id: Id,
  name: MemberName,
  /** Ed25519 public key that checks sign-ins. */
  publicKey: base64urlBytes(32),
  kdf: PassphraseKdf,
  vault: WrappedVault,
});
export type PostMember = z.infer<typeof PostMember>;

/** `POST /api/desk/challenge`: what to sign, and how to stretch the passphrase. Unknown names look like known ones. */
export const AskChallenge = z.object({ name: MemberName });
export const ChallengeBody = z.object({ challenge: z.string().check(z.maxLength(200)), kdf: PassphraseKdf });
export type ChallengeBody = z.infer<typeof ChallengeBody>;

/** `POST /api/desk/session`: signs in and sets the session cookie. */
export const PostSession = z.object({
  name: MemberName,
  challenge: z.string().check(z.maxLength(200)),
  /** Ed25519 signature of `signInText`. */
  signature: base64urlBytes(64),
});
export type PostSession = z.infer<typeof PostSession>;
export const SessionBody = z.object({ member: Member, vault: WrappedVault, expiresAt: Time });
export type SessionBody = z.infer<typeof SessionBody>;

/** A referral as the desk sees its row, with the envelope. */
export const ReferralRow = z.object({
  id: Id,
  state: State,
  receivedAt: Time,
  /** Who acknowledged it, and when. */
  claimedBy: z.nullable(Member),
  acknowledgedAt: z.nullable(Time),
  /** Counts every change of the row; a change names the one that it saw. */
  rev: z.int(),
  envelope: EnvelopeText,
  /** When the reporter and the desk last wrote a message. */
  lastFromReporterAt: z.nullable(Time),
  lastFromDeskAt: z.nullable(Time),
});
export type ReferralRow = z.infer<typeof ReferralRow>;

/**
 * `GET /api/desk/referrals`: every referral that is not closed, oldest first. When they are more than fits one answer
 * (some thousands, or a flood of large ones), `next` is there: the list goes on at `?after=<next>`, until it is not.
 */
export const ReferralListBody = z.object({
  now: Time,
  referrals: z.array(ReferralRow),
  next: z.optional(z.string().check(z.maxLength(64))),
});
export type ReferralListBody = z.infer<typeof ReferralListBody>;

/** A message of either side as the desk sees its row. */
export const MessageRow = z.object({
  id: Id,
  author: z.enum(['desk', 'reporter']),
  at: Time,
  /** The member who answered; null for the reporter's messages. */
  member: z.nullable(Member),
  envelope: EnvelopeText,
});
export type MessageRow = z.infer<typeof MessageRow>;

/** `GET /api/desk/referrals/:id`: one referral and its messages, oldest first. */
export const ThreadBody = z.object({ now: Time, referral: ReferralRow, messages: z.array(MessageRow) });
export type ThreadBody = z.infer<typeof ThreadBody>;

/** `POST /api/desk/referrals/:id/acknowledge`: answers the row as it now is; 409 `changed` when `rev` is not current. */
export const Acknowledge = z.object({ rev: z.int() });

/**
 * `POST /api/desk/referrals/:id/messages`: as `PostMessage`, with the revision that the member saw; 409 `changed` when
 * it is not current. Gives the referral the next revision.
 */
export const PostAnswer = z.object({ id: Id, envelope: EnvelopeText, rev: z.int() });
export type PostAnswer = z.infer<typeof PostAnswer>;

/** Largest body of a request in bytes: the largest envelope in base64url, and room for the rest. */
export const LARGEST_BODY = 96 * 1024;
