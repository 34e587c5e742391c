/**
 * What keeps wrangler, and whatever of Cloudflare's starts a local worker, from writing a line for every request to
 * disk: address, time, statements. What the site promises to forget is not kept on a developer's computer either.
 */
export const WITHOUT_TRACES = { X_LOCAL_OBSERVABILITY: 'false', X_LOCAL_EXPLORER: 'false' } as const;
