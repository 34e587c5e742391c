import type { Member } from '../src/protocol/wire/api/member.ts';

/** What Cloudflare hands the worker; named in wrangler.toml. */
export type Bindings = {
  /** The built site. */
  ASSETS: Fetcher;
  DB: D1Database;
  /** R2: where what begins a thread waits while D1 does not answer (store/second/). */
  SECOND: R2Bucket;
  /**
   * The ids of the published keys, base64url, newest first, with commas between: for the development server and the
   * tests. Where built pages stand beside the worker, theirs count (http/published-keys.ts).
   */
  CENTRE_KEY_IDS?: string | undefined;
  /** The name of the desk's own host, such as `desk.pag-asa.be`. Where it is not set there is no desk. */
  DESK_HOST?: string | undefined;
  /** Requests a minute from one address that send referrals, use a mailbox, or sign in. */
  REFERRAL_LIMIT: RateLimit;
  MAILBOX_LIMIT: RateLimit;
  SIGN_IN_LIMIT: RateLimit;
};

/** The types of our Hono app. `member` is set on the routes behind `signedIn`. */
export type App = { Bindings: Bindings; Variables: { member: Member } };
