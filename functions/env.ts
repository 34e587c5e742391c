import type { Member, Role } from '../src/protocol/wire/api/member.ts';
import type { BellCalls } from './bell/calls.ts';
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
  /** Rings the members on duty. */
  BELL: DurableObjectNamespace<BellCalls>;
  /** When the steps of its ladder come; see bell/steps.ts. */
  BELL_LADDER?: string | undefined;
  /** A secret: who shows it may ask whether the bell is well. Where it is not set nobody may. */
  PULSE_TOKEN?: string | undefined;
  /** A secret: what is stored of where members are rung depends on it (secrets/sealed-address.ts). */
  ALERT_SECRET?: string | undefined;
  /** A secret: the pair of keys that signs Web Push (bell/channels/push.ts). */
  VAPID_KEY?: string | undefined;
  /** Where the bell rings a webhook, and the secret that signs it. Each channel is off where one of its names is not set. */
  WEBHOOK_URL?: string | undefined;
  WEBHOOK_SECRET?: string | undefined;
  /** The base address of a telephone provider's REST API, an account there with its token, and the number that calls. */
  CALL_API?: string | undefined;
  CALL_ACCOUNT?: string | undefined;
  CALL_TOKEN?: string | undefined;
  CALL_FROM?: string | undefined;
  /** The origin at which the provider reaches the worker, such as `https://www.pag-asa.be`. */
  CALL_BACK?: string | undefined;
  /** Sends mail; from whom, and to the coordinator. */
  MAIL?: SendEmail | undefined;
  MAIL_FROM?: string | undefined;
  MAIL_TO?: string | undefined;
};

/**
 * The types of our Hono app. `member` is set on the routes behind `signedIn`, `verdict` on those that begin a thread: what will
 * be said of it when it is counted, which never fails.
 */
export type App = {
  Bindings: Bindings;
  Variables: { member: Member & { role: Role }; verdict: Promise<Verdict> };
};
