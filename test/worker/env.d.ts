declare namespace Cloudflare {
  interface Env {
    ASSETS: Fetcher;
    DB: D1Database;
    SECOND: R2Bucket;
    DESK_HOST: string;
    CENTRE_KEY_IDS: string;
    REFERRAL_LIMIT: RateLimit;
    MAILBOX_LIMIT: RateLimit;
    SIGN_IN_LIMIT: RateLimit;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('../../functions/worker.ts');
  }
}
