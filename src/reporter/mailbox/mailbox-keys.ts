import { deriveMailboxPair } from '../../protocol/seal/mailbox.ts';
import { fromBase64url, toBase64url } from '../../protocol/wire/bytes.ts';

/** What a receipt code unlocks, as the mailbox page uses it. */
export type MailboxKeys = {
  /** X25519, base64url: goes inside every message, so that the centre knows who wrote it. */
  publicKey: string;
  /** X25519, 32 bytes. */
  secretKey: Uint8Array;
  /** 32 bytes, base64url: shown to the worker. */
  token: string;
};

/**
 * The keys of a mailbox from its code, its token and the salt (base64url) that the worker gave for the token. Takes as
 * long again. Throws when the salt is none.
 */
export async function deriveMailboxKeys(code: string, token: string, salt: string): Promise<MailboxKeys> {
  const bytes = fromBase64url(salt);
  if (!bytes) throw new Error('The salt is not base64url');
  const { publicKey, secretKey } = await deriveMailboxPair(code, bytes);
  return { publicKey: toBase64url(publicKey), secretKey, token };
}
