declare namespace Cloudflare {
  interface Env {
    ASSETS: Fetcher;
    DB: D1Database;
    SECOND: R2Bucket;
    DESK_HOST: string;
    MAILBOX_SECRET: string;
    CENTRE_KEY_IDS: string;
    BELL: DurableObjectNamespace<import('../../functions/bell/bell.ts').Bell>;
    LIMITS: DurableObjectNamespace<import('../../functions/limits/limits.ts').Limits>;
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[];
  }
  interface GlobalProps {
    mainModule: typeof import('../../functions/worker.ts');
  }
}
