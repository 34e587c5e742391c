import { deriveMailboxPair, deriveToken } from '../../protocol/seal/mailbox.ts';
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

/** The tokens of receipt codes. */
export type Tokens = {
  /** The token of a code of 16 digits, base64url. It takes a second and a half on a cheap telephone, once for each code. */
  of(code: string): Promise<string>;
  /** Forgets the last one. */
  forget(): void;
};

/** Derives tokens, and keeps the last one: it may be asked for as soon as a code is whole, before anybody sends it. */
export function makeTokens(): Tokens {
  let last: { code: string; token: Promise<string> } | null = null;
  const forget = () => {
    last = null;
  };
  return {
    of(code) {
      if (last?.code === code) return last.token;
      const token = deriveToken(code).then(toText);
      // One that failed is tried again.
      token.catch(forget);
      last = { code, token };
      return token;
    },
    forget,
  };
}

function toText(token: Uint8Array): string {
  const text = toBase64url(token);
  token.fill(0);
  return text;
}

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
