import * as z from 'zod/mini';

/** A wrapped vault as it stands in JSON: one with the most keys fits. */
export const WrappedVault = z.string().check(z.maxLength(8192), z.regex(/^[A-Za-z0-9_-]+$/));
