import { deriveToken } from '../../protocol/seal/mailbox.ts';
import { toBase64url } from '../../protocol/wire/bytes.ts';

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
