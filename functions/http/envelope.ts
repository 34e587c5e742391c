import type { ErrorCode } from '../../src/protocol/api.ts';
import { fromBase64url } from '../../src/protocol/bytes.ts';
import { type EnvelopeVersion, readEnvelope } from '../../src/protocol/envelope.ts';

/** An envelope as the store takes it, or the code of what is wrong with it. */
export type Sealed =
  | { ok: true; sealed: Uint8Array<ArrayBuffer>; keyId: Uint8Array }
  | { ok: false; code: Extract<ErrorCode, 'malformed' | 'envelope_version' | 'envelope_size'> };

/** Reads an envelope from its text in JSON, and refuses all that is not of this version and of a bucket's size. */
export function readSealed(text: string, version: EnvelopeVersion): Sealed {
  const sealed = fromBase64url(text);
  if (!sealed) return { ok: false, code: 'malformed' };
  const read = readEnvelope(sealed);
  if (!read.ok) return read;
  if (read.parts.version !== version) return { ok: false, code: 'envelope_version' };
  return { ok: true, sealed, keyId: read.parts.keyId };
}
