import * as z from 'zod/mini';
import type { Tombstone } from '../thread.ts';
import { KEYS } from './keys.ts';

/** Unix seconds as text: what R2 keeps beside an object is text. */
const TimeText = z.string().check(z.regex(/^\d{1,12}$/));

/** A tombstone is an object without content; its times stand beside it, so that a list of many brings them all. */
const Beside = z.object({
  receivedAt: TimeText,
  readAt: z.optional(TimeText),
  deletedAt: TimeText,
  handedAt: z.optional(TimeText),
});

/** Keeps in R2 that a thread was deleted. */
export async function putTombstone(bucket: R2Bucket, tombstone: Tombstone): Promise<void> {
  const { id, receivedAt, readAt, deletedAt, handedAt } = tombstone;
  const customMetadata: Record<string, string> = {
    receivedAt: String(receivedAt),
    ...(readAt !== null && { readAt: String(readAt) }),
    deletedAt: String(deletedAt),
    ...(handedAt && { handedAt: String(handedAt) }),
  };
  await bucket.put(KEYS.tombstone(id), '', { customMetadata });
}

/** Whether R2 says that a thread was deleted. */
export async function hasTombstone(bucket: R2Bucket, id: string): Promise<boolean> {
  return (await bucket.head(KEYS.tombstone(id))) !== null;
}

/** Pages in one round. With a page of at most 1,000 there is rarely a second. */
const MOST_PAGES = 5;

/**
 * The tombstones of R2, by pages, from an id on and round. Should somebody have made thousands, a round brings some of
 * them, and one that begins elsewhere brings others.
 */
export async function* listTombstones(bucket: R2Bucket, from: string): AsyncGenerator<Tombstone[]> {
  const prefix = KEYS.tombstone('');
  const start = KEYS.tombstone(from);
  let pages = 0;
  for (const part of ['after', 'before'] as const) {
    let after = part === 'after' ? start : prefix;
    for (let more = true; more && pages < MOST_PAGES; pages++) {
      const page = await bucket.list({ prefix, startAfter: after, include: ['customMetadata'] });
      const objects = part === 'after' ? page.objects : page.objects.filter(({ key }) => key <= start);
      yield objects.map(({ key, customMetadata }) => {
        const { receivedAt, readAt, deletedAt, handedAt } = Beside.parse(customMetadata);
        return {
          id: key.slice(prefix.length),
          receivedAt: Number(receivedAt),
          readAt: readAt === undefined ? null : Number(readAt),
          deletedAt: Number(deletedAt),
          ...(handedAt !== undefined && { handedAt: Number(handedAt) }),
        };
      });
      after = page.objects.at(-1)?.key ?? after;
      more = page.truncated && objects.length === page.objects.length;
    }
  }
}

/** Takes tombstones out of R2, at most 1,000. */
export async function removeTombstones(bucket: R2Bucket, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await bucket.delete(ids.map(KEYS.tombstone));
}
