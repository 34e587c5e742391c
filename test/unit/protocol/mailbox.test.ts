import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveMailboxPair, deriveToken, drawMailboxSalt } from '../../../src/protocol/seal/mailbox.ts';
import { drawReceiptCode } from '../../../src/protocol/seal/receipt.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { MAILBOX_SALT_BYTES } from '../../../src/protocol/wire/fields.ts';
import { bytesOf, receipt } from './vectors.ts';

describe('a mailbox', () => {
  it('has the token and the keys that others derive from its code', async () => {
    expect(toBase64url(await deriveToken(receipt.code))).toBe(receipt.token);
    const pair = await deriveMailboxPair(receipt.code, bytesOf(receipt.salt));
    expect([toBase64url(pair.secretKey), toBase64url(pair.publicKey)]).toEqual([
      receipt.secretKey,
      receipt.publicKey,
    ]);
  });

  it('has keys of its own for each code and each salt, and the same ones each time', async () => {
    const size = MAILBOX_SALT_BYTES;
    const salts = fc.uint8Array({ minLength: size, maxLength: size });
    const keyOf = async (code: string, salt: Uint8Array) =>
      toBase64url((await deriveMailboxPair(code, salt)).publicKey);
    await fc.assert(
      fc.asyncProperty(salts, fc.nat(size - 1), async (salt, at) => {
        const [code, other] = [drawReceiptCode(), drawReceiptCode()];
        const changed = salt.map((byte, index) => (index === at ? byte ^ 1 : byte));
        const key = await keyOf(code, salt);
        expect(await keyOf(code, salt)).toBe(key);
        expect(await keyOf(code, changed)).not.toBe(key);
        expect(await keyOf(other, salt)).not.toBe(key);
      }),
      { numRuns: 4 },
    );
  });

  it('draws each salt anew', () => {
    const salts = Array.from({ length: 100 }, () => toBase64url(drawMailboxSalt()));
    expect(new Set(salts).size).toBe(100);
    expect(drawMailboxSalt()).toHaveLength(MAILBOX_SALT_BYTES);
  });
});
