import type * as z from 'zod/mini';
import type { Sealer } from '../envelope.ts';
import type { Rest } from '../padding.ts';

/**
 * Who may call a route: `anyone`, from anywhere; who shows the token of a
 * `receipt`, or of a code like one; any `visitor` of the desk's pages; a
 * `member` with a session; or one of them who is an `administrator`. What visitors and members change is asked for by a page of the worker's own origin.
 */
export type Who = 'anyone' | 'receipt' | 'visitor' | 'member' | 'administrator';

/** A method and a path, in which `:id` may stand for one id. */
export type Way = { method: 'GET' | 'PUT' | 'POST' | 'DELETE'; path: `/api/${string}` };

/** A route of the worker: all that it and those who call it agree on. */
export type Route<Body = unknown, Answer = unknown> = Way & {
  /** The same by POST, for networks that let only GET and POST through. */
  otherwise?: Way;
  who: Who;
  /** Against which limit a request counts, by its address; null for none. */
  counts: 'referral' | 'mailbox' | 'sign-in' | null;
  /** The JSON that the request carries; null for none. */
  body: z.ZodMiniType<Body> | null;
  /** The most bytes that the request may carry, where that is more than one envelope (`LARGEST_BODY`). */
  largest?: number;
  /** The parameter that may stand behind the path: a whole number. */
  query?: 'after' | 'before' | 'since' | 'month';
  /** Who sealed the envelope that the body carries: it decides which versions of envelopes are taken. */
  sealedBy?: Sealer;
  /** Where that envelope comes to rest: it decides how large it may be. */
  rests?: Rest;
  /** What the answer holds beside `ok: true`. */
  answer: z.ZodMiniType<Answer>;
  /** Whether who called may send the same request again by themselves, because twice does what once does. */
  again: boolean;
};

/** Routes by what they do. */
export type Routes = Readonly<Record<string, Route>>;

/** What the body of a request to a route holds. */
export type BodyOf<R extends Route> = R['body'] extends z.ZodMiniType<infer Body> ? Body : undefined;

/** What the answer of a route holds beside `ok: true`. */
export type AnswerOf<R extends Route> = z.infer<R['answer']>;

/** A path with any id in its place. */
export type Filled<Path extends string> = Path extends `${infer Before}:id${infer After}`
  ? `${Before}${string}${After}`
  : Path;
