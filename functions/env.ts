import type { Member, Role } from '../src/protocol/wire/api/member.ts';
import type { Limits, Verdict } from './limits/limits.ts';

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
  /** A secret: what is stored of mailboxes depends on it (secrets/mailbox-secrets.ts). Where it is not set none is taken. */
  MAILBOX_SECRET?: string | undefined;
  /** The name of the desk's own host, such as `desk.pag-asa.be`. Where it is not set there is no desk. */
  DESK_HOST?: string | undefined;
  /** Counts what networks ask for, for all isolates at once. */
  LIMITS: DurableObjectNamespace<Limits>;
  /** From how many threads on that nobody has taken or read the intake is busy, and flooded; see limits/level.ts. */
  BUSY_AT?: string | undefined;
  FLOOD_AT?: string | undefined;
};

/** The types of our Hono app. `member` is set on the routes behind `signedIn`, `verdict` on those that are counted. */
export type App = { Bindings: Bindings; Variables: { member: Member & { role: Role }; verdict: Verdict } };
