import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MailboxSecrets } from '../../../functions/secrets/mailbox-secrets.ts';
import { openSalt, storeMailbox } from '../../../functions/secrets/stored-mailbox.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import receipt from '../../vectors/receipt.json';

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => new Uint8Array(array));

const any = {
  secret: bytes(32),
  mailbox: bytes(32),
  salt: bytes(16),
  thread: fc.constant(null).map(randomId),
};

describe('what is stored of a mailbox', () => {
  it('is what others store under the same secrets', async () => {
    const [one, two] = receipt.stored.map(({ secret }) => bytesOf(secret));
    if (!one || !two) throw new Error('The vectors have two secrets.');
    const [mailbox, salt] = [bytesOf(receipt.mailbox), bytesOf(receipt.salt)];
    const { older, ...newest } = await storeMailbox([one, two], receipt.thread, mailbox, salt);
    expect(
      [newest, older].map((stored) => stored && [stored.mailboxHash, stored.salt].map(toBase64url)),
    ).toEqual(receipt.stored.map((stored) => [stored.mailboxHash, stored.salt]));
    for (const stored of receipt.stored)
      expect(await openSalt([two, one], receipt.thread, bytesOf(stored.salt))).toEqual(salt);
  });

  it('is the same again for the same call, and nothing of it for another one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(any), fc.record(any), async (one, other) => {
        const store = async (from: typeof one) => {
          const secrets: MailboxSecrets = [from.secret, from.secret];
          const stored = await storeMailbox(secrets, from.thread, from.mailbox, from.salt);
          expect(Object.keys(stored)).toEqual(['mailboxHash', 'salt']);
          return [toBase64url(stored.mailboxHash), toBase64url(stored.salt)];
        };
        const first = await store(one);
        expect(await store(one)).toEqual(first);
        expect((await store({ ...one, secret: other.secret })).some((text) => first.includes(text))).toBe(
          false,
        );
        expect((await store({ ...one, mailbox: other.mailbox }))[0]).not.toBe(first[0]);
        expect((await store({ ...one, salt: other.salt }))[1]).not.toBe(first[1]);
        expect((await store({ ...one, thread: other.thread }))[1]).not.toBe(first[1]);
      }),
      { numRuns: 50 },
    );
  });

  it('gives its salt to its own thread alone, under a secret that is valid, unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(any), any.secret, fc.nat(43), async (one, secret, at) => {
        const secrets: MailboxSecrets = [one.secret, one.secret];
        const { salt } = await storeMailbox(secrets, one.thread, one.mailbox, one.salt);
        expect(await openSalt([secret, one.secret], one.thread, salt)).toEqual(one.salt);
        expect(await openSalt([secret, secret], one.thread, salt)).toBeNull();
        expect(await openSalt(secrets, randomId(), salt)).toBeNull();
        const changed = salt.map((byte, index) => (index === at ? byte ^ 1 : byte));
        expect(await openSalt(secrets, one.thread, changed)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
