import * as z from 'zod/mini';

const Hex = z.string().check(z.maxLength(128), z.regex(/^(?:[0-9a-f]{2})+$/));

/**
 * A task that costs time: ALTCHA's proof of work, second version (https://altcha.org/docs/v2/), by key derivation. `data`
 * binds it to one row and one day; all of it is signed by the worker.
 */
export const Challenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: Hex,
    salt: Hex,
    cost: z.int().check(z.positive(), z.lte(100_000)),
    keyLength: z.literal(32),
    keyPrefix: Hex,
    keySignature: Hex,
    /** Unix seconds. */
    expiresAt: z.int(),
    data: z.strictObject({ id: z.string().check(z.maxLength(22)) }),
  }),
  signature: Hex,
});
export type Challenge = z.infer<typeof Challenge>;

/** A challenge with its solution, as it travels beside an envelope. */
export const Proof = z.strictObject({
  challenge: Challenge,
  solution: z.object({ counter: z.int(), derivedKey: Hex }),
});
export type Proof = z.infer<typeof Proof>;
