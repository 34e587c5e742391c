import type { ErrorCode } from '../../src/protocol/wire/api/errors.ts';
import { fromBase64url, toBase64url } from '../../src/protocol/wire/bytes.ts';
import { readEnvelope, type Sealer } from '../../src/protocol/wire/envelope.ts';
import { LARGEST_BUCKET, type Rest } from '../../src/protocol/wire/padding.ts';
import type { Bindings } from '../env.ts';
import { publishedKeyIds } from './published-keys.ts';

type Refused = 'malformed' | 'envelope_version' | 'envelope_size' | 'envelope_key' | 'keys_missing';

/** An envelope as the store takes it, with the bytes of its padded plaintext, or the code of what is wrong with it. */
export type Sealed =
  | { ok: true; sealed: Uint8Array<ArrayBuffer>; keyId: Uint8Array; bucket: number }
  | { ok: false; code: Extract<ErrorCode, Refused> };

/**
 * Reads an envelope from its text in JSON, and refuses all that is not of a version that this sealer makes, of the size of
 * a bucket that is taken where it comes to rest, and for a key that the site publishes. What is for another key nobody could
 * open, and a page that is out of date must hear of it before the person believes that we have their words.
 */
export async function readSealed(
  text: string,
  { sealedBy, rests }: { sealedBy: Sealer; rests: Rest },
  bindings: Bindings,
): Promise<Sealed> {
  const published = await publishedKeyIds(bindings);
  if (!published) return { ok: false, code: 'keys_missing' };
  const sealed = fromBase64url(text);
  if (!sealed) return { ok: false, code: 'malformed' };
  const read = readEnvelope(sealed);
  if (!read.ok) return read;
  if (read.parts.from !== sealedBy) return { ok: false, code: 'envelope_version' };
  const { keyId, bucket } = read.parts;
  if (bucket > LARGEST_BUCKET[rests]) return { ok: false, code: 'envelope_size' };
  if (!published.includes(toBase64url(keyId))) return { ok: false, code: 'envelope_key' };
  return { ok: true, sealed, keyId, bucket };
}
