import type { ErrorCode } from '../../src/protocol/wire/api/errors.ts';
import { LARGEST_BODY } from '../../src/protocol/wire/api/fields.ts';
import { concatBytes } from '../../src/protocol/wire/bytes.ts';

/** A zod schema, as far as reading needs it. */
type Schema<Body> = { safeParse: (value: unknown) => { success: true; data: Body } | { success: false } };

/** A body that has the shape asked for, or the code of what is wrong with it. */
export type ReadBody<Body> =
  | { ok: true; body: Body }
  | { ok: false; code: Extract<ErrorCode, 'content_type' | 'too_large' | 'malformed'> };

/**
 * Reads the JSON body of a request. Never holds more than `largest` bytes and one chunk, whatever
 * Content-Length says.
 */
export async function readBody<Body>(
  request: Request,
  schema: Schema<Body>,
  largest = LARGEST_BODY,
): Promise<ReadBody<Body>> {
  if (!/^application\/json *(;|$)/i.test(request.headers.get('Content-Type') ?? '')) {
    return { ok: false, code: 'content_type' };
  }
  if (Number(request.headers.get('Content-Length')) > largest) return { ok: false, code: 'too_large' };
  try {
    const bytes = await readAtMost(request.body, largest);
    if (!bytes) return { ok: false, code: 'too_large' };
    const parsed = schema.safeParse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)),
    );
    return parsed.success ? { ok: true, body: parsed.data } : { ok: false, code: 'malformed' };
  } catch {
    return { ok: false, code: 'malformed' };
  }
}

/** All bytes of a stream, or null when there are more than `limit`; the rest is then left unread. */
async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return concatBytes(...chunks);
}
