import * as z from 'zod/mini';
import { base64urlBytes, Id } from '../fields.ts';
import { normaliseName } from '../member-name.ts';
import { PassphraseKdf } from '../passphrase-kdf.ts';

/** Every code with which the worker refuses, and the HTTP status that goes with it. */
export const ERROR_STATUS = {
  /** Not JSON, or not of the shape that the route takes. */
  malformed: 400,
  /** An envelope of a version that does not exist or does not belong here. */
  envelope_version: 400,
  /** An envelope whose size no bucket gives. */
  envelope_size: 400,
  /** An envelope for a key that the site does not publish: the page that made it is out of date. */
  envelope_key: 400,
  /** The mailbox is not known, or the sign-in is not right. One code for all that could be wrong. */
  unauthorized: 401,
  /** A change asked for from another origin. */
  forbidden: 403,
  /** No such row or route. */
  not_found: 404,
  /** This id is taken by other bytes, or this name by another member. */
  conflict: 409,
  /** Someone changed the referral since it was read. */
  changed: 409,
  /** The invitation was used or has expired. */
  invite_gone: 410,
  /** The body is larger than any envelope. */
  too_large: 413,
  /** The body is not JSON by its content type. */
  content_type: 415,
  /** Too many requests from one address; Retry-After says when to try again. */
  limited: 429,
  /** A fault of ours. */
  internal: 500,
  /** The store is busy; trying again is right. */
  unavailable: 503,
  /** The worker was deployed without the list of published keys, and takes no envelope until it has one. */
  keys_missing: 503,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;
export const ErrorCode = z.enum(Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]);

/** The whole body of an answer that refuses. Nothing else is in it, so that no proxy's error passes for one. */
export const ErrorBody = z.strictObject({ error: z.strictObject({ code: ErrorCode }) });

/** What the body of every answer that does not refuse begins with; the rest is the route's. */
export const DoneBody = z.object({ ok: z.literal(true) });

/** An envelope as it stands in JSON: base64url. Its size and version are checked apart, to name what is wrong. */
const EnvelopeText = z.string().check(z.maxLength(90_000), z.regex(/^[A-Za-z0-9_-]+$/));

/** Unix seconds. */
const Time = z.int().check(z.nonnegative());

/** The states of a referral, in their order. */
export const STATES = ['new', 'acknowledged', 'open', 'closed'] as const;
export const State = z.enum(STATES);
export type State = z.infer<typeof State>;

/**
 * `PUT /api/referrals/:id`, and `POST` for networks that let nothing else through: 201 stored, 200 the same bytes
 * again, either with a `StoredBody`.
 */
export const PutReferral = z.object({
  envelope: EnvelopeText,
  /** SHA-256 of the mailbox token. */
  mailbox: base64urlBytes(32),
});
export type PutReferral = z.infer<typeof PutReferral>;

/** What was stored under an id of the sender's choice. The id comes back, so that no other answer passes for this one. */
export const StoredBody = z.object({ id: Id });
export type StoredBody = z.infer<typeof StoredBody>;

/** The answer that says that just this id is stored. */
export const storedAs = (id: string) => z.object({ id: z.literal(id) });

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

/** `DELETE /api/mailbox`, and `POST /api/mailbox/delete`: the thread that is deleted, with all its messages. */
export const DeletedBody = z.object({ deleted: Id });
export type DeletedBody = z.infer<typeof DeletedBody>;

/** The answer that says that just this thread is deleted. */
export const deletedThread = (thread: string) => z.object({ deleted: z.literal(thread) });

/**
 * The name by which a member signs in and is known to the others, read into its one spelling (`normaliseName`): 2 to
 * 40 letters and digits of any script, with spaces, full stops, apostrophes and hyphens between them; `’t Hooft` begins
 * with one. In scripts without capitals one letter can be a name (`李`).
 */
export const MemberName = z
  .string()
  .check(
    z.maxLength(200),
    z.overwrite(normaliseName),
    z.maxLength(40),
    z.regex(/^(?:\p{Lo}\p{M}*|'?[\p{L}\p{N}][\p{L}\p{M}\p{N} ._'-]*[\p{L}\p{M}\p{N}.])$/u),
  );

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

/**
 * The header by which every request of the desk names the session that it belongs to: all tabs of a browser share its
 * cookies, and each tab has a session of its own.
 */
export const SESSION_HEADER = 'Desk-Session';

/** `POST /api/desk/session`: signs in and sets the session's cookie. `DELETE` ends the session that it names. */
export const PostSession = z.object({
  name: MemberName,
  challenge: z.string().check(z.maxLength(200)),
  /** Ed25519 signature of `signInText`. */
  signature: base64urlBytes(64),
});
export type PostSession = z.infer<typeof PostSession>;
export const SessionBody = z.object({
  member: Member,
  vault: WrappedVault,
  expiresAt: Time,
  /** The name of the session: SHA-256 of the cookie's token. Who knows it still needs the cookie. */
  session: base64urlBytes(32),
});
export type SessionBody = z.infer<typeof SessionBody>;

/** `POST /api/desk/session/end`, and `DELETE /api/desk/session`: the session is over, or there was none. */
export const SessionEndedBody = z.object({ session: z.literal('ended') });
export type SessionEndedBody = z.infer<typeof SessionEndedBody>;

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

/** Seconds in which what was thrown away can be brought back; after that it is deleted for good. */
export const THROWN_KEPT = 24 * 60 * 60;

/** Referrals that one member threw away together: when (of the last of them), how many, and who. */
export const Thrown = z.object({ id: Id, at: Time, by: Member, count: z.int() });
export type Thrown = z.infer<typeof Thrown>;

/**
 * `GET /api/desk/referrals`: every referral that is not closed or thrown away, oldest first. When they are more than fits one answer
 * (some thousands, or a flood of large ones), `next` is there: the list goes on at `?after=<next>`, until it is not.
 */
export const ReferralListBody = z.object({
  now: Time,
  referrals: z.array(ReferralRow),
  next: z.optional(z.string().check(z.maxLength(64))),
  /** On the first page: what was thrown away and can still be brought back, newest first. */
  thrown: z.optional(z.array(Thrown)),
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

/** Seconds in which who took a referral may give it back as if nothing had been. */
export const RELEASE_TIME = 30;

/**
 * `POST /api/desk/referrals/:id/release`: gives back what the same member took less than `RELEASE_TIME` ago; answers the
 * row as it now is, 409 `changed` when it is too late or anything happened since.
 */
export const Release = z.object({ rev: z.int() });

/** The most referrals in one request to throw away. */
export const MOST_THROWN = 500;

/**
 * `POST /api/desk/thrown`: throws referrals away, each only if nobody has taken it and its revision is still the one
 * that the member saw. `id` is of the member's choice; what is thrown under one id is brought back together.
 */
export const PostThrown = z.object({
  id: Id,
  referrals: z.array(z.object({ id: Id, rev: z.int() })).check(z.minLength(1), z.maxLength(MOST_THROWN)),
});
export type PostThrown = z.infer<typeof PostThrown>;

/** How many referrals were thrown away under the id, or brought back by `POST /api/desk/thrown/:id/back`. */
export const ThrownBody = z.object({ count: z.int() });
export type ThrownBody = z.infer<typeof ThrownBody>;

/**
 * `POST /api/desk/referrals/:id/messages`: as `PostMessage`, with the revision that the member saw; 409 `changed` when
 * it is not current. Gives the referral the next revision.
 */
export const PostAnswer = z.object({ id: Id, envelope: EnvelopeText, rev: z.int() });
export type PostAnswer = z.infer<typeof PostAnswer>;

/** Largest body of a request in bytes: the largest envelope in base64url, and room for the rest. */
export const LARGEST_BODY = 96 * 1024;
