import { randomId } from '../../src/protocol/wire/random-id.ts';
import { listTombstones, putTombstone, removeTombstones } from '../store/second/tombstones.ts';
import { removeContent } from '../store/second/waiting.ts';
import type { Tombstone } from '../store/thread.ts';
import { applyTombstones, deleteTombstones, listUncopied, markCopied } from '../store/tombstone-copies.ts';
import type { Stores } from './receive.ts';

/** Seconds for which a deletion is remembered: longer than D1 can be set back (30 days), so that no restore outlives it. */
export const TOMBSTONE_KEPT = 35 * 24 * 60 * 60;

/**
 * Keeps deletions in both stores: what R2 knows is applied to D1 again, which may have been restored to an earlier day,
 * or have stored late what was deleted meanwhile; what D1 knows is copied to R2. After 35 days both forget. `at` in Unix
 * seconds.
 */
export async function sweepTombstones({ DB, SECOND }: Stores, at: number): Promise<void> {
  const before = at - TOMBSTONE_KEPT;
  await deleteTombstones(DB, before);
  for await (const page of listTombstones(SECOND, randomId())) {
    const isOld = ({ deletedAt }: Tombstone) => deletedAt < before;
    await applyTombstones(
      DB,
      page.filter((one) => !isOld(one)),
    );
    await removeTombstones(
      SECOND,
      page.filter(isOld).map(({ id }) => id),
    );
  }
  const uncopied = await listUncopied(DB);
  for (const tombstone of uncopied) await buryInSecond(SECOND, tombstone);
  if (uncopied.length > 0)
    await markCopied(
      DB,
      uncopied.map(({ id }) => id),
    );
}

/** Deletes a thread in R2, whatever of it waits or was laid apart there. What stays is that it was. */
export async function buryInSecond(bucket: R2Bucket, tombstone: Tombstone): Promise<void> {
  await putTombstone(bucket, tombstone);
  await removeContent(bucket, tombstone.id);
}
