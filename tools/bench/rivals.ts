/**
 * What the systems that do a similar job need, measured by us on two cores on 21 November 2026: GlobaLeaks 5.0.15,
 * Hush Line 0.7.23, SecureDrop 2.10, PrivateBin 2.0.6. Bytes are compressed, but SecureDrop's, which serves none
 * compressed.
 */
export const RIVALS = {
  /** Bytes that a reporter downloads before anything can be sent. */
  toSend: { SecureDrop: 96_000, 'Hush Line': 153_000, PrivateBin: 158_000, GlobaLeaks: 497_000 },
  /** Accepted reports a second, one at a time. */
  oneAtATime: { GlobaLeaks: 0.45 },
} as const;
