import { expect, it } from 'vitest';
import { makeTokens } from '../../../../src/reporter/code-door/tokens.ts';
import { deriveMailboxKeys } from '../../../../src/reporter/mailbox/mailbox-keys.ts';
import { receipt } from '../../protocol/vectors.ts';

it('derives a token once, until it is forgotten', async () => {
  const tokens = makeTokens();
  const begun = tokens.of(receipt.code);
  expect(tokens.of(receipt.code)).toBe(begun);
  expect(await begun).toBe(receipt.token);
  tokens.forget();
  expect(tokens.of(receipt.code)).not.toBe(begun);
});

it('derives the keys for the salt that the worker gave', async () => {
  const { publicKey, secretKey } = await deriveMailboxKeys(receipt.code, receipt.token, receipt.salt);
  expect([publicKey, Buffer.from(secretKey).toString('base64url')]).toEqual([
    receipt.publicKey,
    receipt.secretKey,
  ]);
  await expect(deriveMailboxKeys(receipt.code, receipt.token, '!')).rejects.toThrow('base64url');
});
