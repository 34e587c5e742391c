import { fromBase64url } from '../../src/protocol/wire/bytes.ts';

/** Bytes that a secret has at least. */
const LEAST_BYTES = 32;

/** A secret of the worker's: the value for what is stored now, and the one before it, or the same again. */
export type TwoSecrets = readonly [newest: Uint8Array<ArrayBuffer>, older: Uint8Array<ArrayBuffer>];

function parse(text: string): TwoSecrets | null {
  const [newest, older = newest, ...more] = text.split(',').map((value) => fromBase64url(value.trim()));
  if (!newest || !older || more.length > 0) return null;
  return Math.min(newest.length, older.length) < LEAST_BYTES ? null : [newest, older];
}

/** What was read, by its text: a worker has two or three of them, which stay the same while an isolate lives. */
const known = new Map<string, TwoSecrets | null>();

/**
 * Reads a secret that stored rows depend on: one or two values, newest first, with a comma between, each base64url of 32 bytes
 * or more. Null when it is anything else. The same text gives the same arrays, by which the keys derived from them are known
 * again.
 */
export function readTwoSecrets(text = ''): TwoSecrets | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const secrets = parse(text);
  known.set(text, secrets);
  return secrets;
}
