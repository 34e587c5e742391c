import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';

/** The centre of the tests: always the same, because the worker is told its key id when it starts. */
export const centre = centrePair({
  secretKey: new Uint8Array(32).fill(7),
  signingSeed: new Uint8Array(32).fill(8),
});
