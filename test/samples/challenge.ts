import type { Challenge } from '../../src/protocol/wire/api/proof.ts';

/** A challenge as the worker writes it, signed by nobody. */
export const sampleChallenge: Challenge = {
  parameters: {
    algorithm: 'PBKDF2/SHA-256',
    nonce: '00'.repeat(16),
    salt: '11'.repeat(16),
    cost: 5000,
    keyLength: 32,
    keyPrefix: 'ab'.repeat(16),
    keySignature: '22'.repeat(32),
    expiresAt: 1_790_000_000,
    data: { id: 'AAAAAAAAAAAAAAAAAAAAAA' },
  },
  signature: '33'.repeat(32),
};
