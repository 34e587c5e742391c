import { deriveMailboxPair, deriveToken, drawMailboxSalt } from '../../protocol/seal/mailbox.ts';
import { drawReceiptCode } from '../../protocol/seal/receipt.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';
import { sha256 } from '../../protocol/wire/sha256.ts';

/** A mailbox that nobody has yet: its receipt code of 16 digits, and what is sent of it, base64url. */
export type NewMailbox = {
  code: string;
  /** X25519: travels inside the envelope. */
  publicKey: string;
  /** SHA-256 of the token. */
  mailbox: string;
  salt: string;
};

/** Draws a mailbox. Takes three seconds on a cheap telephone. */
export async function drawMailbox(): Promise<NewMailbox> {
  const [code, salt] = [drawReceiptCode(), drawMailboxSalt()];
  const token = await deriveToken(code);
  const mailbox = await sha256(token);
  token.fill(0);
  const { publicKey, secretKey } = await deriveMailboxPair(code, salt);
  secretKey.fill(0);
  return {
    code,
    publicKey: toBase64url(publicKey),
    mailbox: toBase64url(mailbox),
    salt: toBase64url(salt),
  };
}

/** Gives mailboxes, each once, and may draw one ahead. */
export type NewMailboxes = {
  /** Draws the next one already, so that nobody has to wait for it later. */
  prepare(): void;
  next(): Promise<NewMailbox>;
  /** Forgets the one that was drawn ahead. */
  forget(): void;
};

/** Makes mailboxes for one form. */
export function makeMailboxes(draw: () => Promise<NewMailbox> = drawMailbox): NewMailboxes {
  let ahead: Promise<NewMailbox> | null = null;
  const forget = () => {
    ahead = null;
  };
  return {
    prepare() {
      ahead ??= draw();
      // One that failed is tried again.
      ahead.catch(forget);
    },
    next() {
      const taken = ahead ?? draw();
      ahead = null;
      return taken;
    },
    forget,
  };
}
