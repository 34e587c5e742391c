import { deriveMailbox } from '../../protocol/seal/receipt.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';

/** What a receipt code unlocks, as the mailbox page uses it. */
export type MailboxKeys = {
  /** X25519, base64url: goes inside every message, so that the centre knows who wrote it. */
  publicKey: string;
  /** X25519, 32 bytes. */
  secretKey: Uint8Array;
  /** 32 bytes, base64url: shown to the worker. */
  token: string;
};

/** Derives the keys of a mailbox from its receipt code (16 digits). Takes about a second on a cheap telephone. */
export async function deriveMailboxKeys(code: string): Promise<MailboxKeys> {
  const { publicKey, secretKey, token } = await deriveMailbox(code);
  const text = toBase64url(token);
  token.fill(0);
  return { publicKey: toBase64url(publicKey), secretKey, token: text };
}
