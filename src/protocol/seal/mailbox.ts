import { scryptAsync } from '@noble/hashes/scrypt.js';
import nacl from 'tweetnacl';
import { toBase64url, utf8 } from '../wire/bytes.ts';
import { MAILBOX_SALT_BYTES } from '../wire/fields.ts';

/** scrypt (RFC 7914): 32 MiB, and a second and a half on a cheap telephone. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 };

/** The salt of every token: it has to be found by the code alone. */
const TOKEN_SALT = utf8('pag-asa.be receipt v2');

/** The keys of a mailbox, X25519, 32 bytes each. The public one travels inside envelopes only; the other not at all. */
export type MailboxPair = { publicKey: Uint8Array; secretKey: Uint8Array };

/** The token of a mailbox from its receipt code of 16 digits: 32 bytes, shown to the worker to fetch the mailbox. */
export function deriveToken(code: string): Promise<Uint8Array<ArrayBuffer>> {
  return stretch(code, TOKEN_SALT);
}

/** Draws the public key (base64url) of a mailbox that nobody opens: the other key is forgotten. */
export function drawSilentMailbox(): string {
  const { publicKey, secretKey } = nacl.box.keyPair();
  secretKey.fill(0);
  return toBase64url(publicKey);
}

/** Draws the salt of a mailbox's keys. */
export function drawMailboxSalt(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(MAILBOX_SALT_BYTES));
}

/**
 * The keys of a mailbox from its receipt code and the salt that was drawn with it (`MAILBOX_SALT_BYTES`). Since each
 * mailbox has a salt of its own, one guess at a code tries the keys of one mailbox, and never those of all.
 */
export async function deriveMailboxPair(code: string, salt: Uint8Array): Promise<MailboxPair> {
  const bytes = await stretch(code, salt);
  const { publicKey, secretKey } = nacl.box.keyPair.fromSecretKey(bytes);
  bytes.fill(0);
  return { publicKey, secretKey };
}

function stretch(code: string, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  return scryptAsync(utf8(code), salt, SCRYPT);
}
