import type { MemberRing } from '../../src/protocol/wire/api/bell.ts';
import { type BellWay, MOST_WAYS } from '../../src/protocol/wire/api/bell-ways.ts';
import { actStatements, type NewAct, storedBy } from './audit.ts';
import { hexOf } from './blob.ts';
import type { Outcome } from './outcome.ts';

/** A way to ring a member. `address`: sealed under a secret of the worker's. `madeAt` in Unix seconds. */
export type NewWay = {
  id: string;
  member: string;
  channel: BellWay['channel'];
  madeAt: number;
  address: Uint8Array;
};

/** A way as the bell rings it: whose it is, and its address as it rests. */
export type StoredWay = { id: string; member: string; channel: BellWay['channel']; address: Uint8Array };

/** Stores one more way once; `changed` where its member has as many as anybody may. */
export async function insertWay(
  db: D1Database,
  { id, member, channel, madeAt, address }: NewWay,
  act?: NewAct,
): Promise<Outcome | 'changed'> {
  const [inserted, found] = await db.batch<{ same: 0 | 1 }>([
    db
      .prepare(
        `INSERT INTO bell_ways (id, member_id, channel, made_at, address)
         SELECT ?1, ?2, ?3, ?4, unhex(?5) WHERE (SELECT count(*) FROM bell_ways WHERE member_id = ?2) < ?6
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, member, channel, madeAt, hexOf(address), MOST_WAYS),
    db
      .prepare('SELECT member_id = ?2 AND channel = ?3 AS same FROM bell_ways WHERE id = ?1')
      .bind(id, member, channel),
    ...actStatements(db, act, storedBy('bell_ways', id, member)),
  ]);
  if (inserted?.results.length) return 'stored';
  const [row] = found?.results ?? [];
  if (!row) return 'changed';
  return row.same ? 'repeated' : 'taken';
}

/** The ways of a member, the oldest first. */
export async function listBellWays(db: D1Database, member: string): Promise<BellWay[]> {
  type Row = Pick<BellWay, 'id' | 'channel' | 'madeAt'> &
    Record<'rungAt' | 'arrivedAt' | 'provedAt', number | null>;
  const { results } = await db
    .prepare(
      `SELECT id, channel, made_at AS madeAt, rung_at AS rungAt, arrived_at AS arrivedAt, proved_at AS provedAt
       FROM bell_ways WHERE member_id = ? ORDER BY rowid`,
    )
    .bind(member)
    .all<Row>();
  return results.map(({ id, channel, madeAt, rungAt, arrivedAt, provedAt }) => ({
    ...{ id, channel, madeAt },
    ...(rungAt !== null && { rungAt }),
    ...(arrivedAt !== null && { arrivedAt }),
    ...(provedAt !== null && { provedAt }),
  }));
}

const WAY = 'id, member_id AS member, channel, hex(address) AS address';
type WayRow = Omit<StoredWay, 'address'> & { address: string };
const toWay = ({ address, ...way }: WayRow): StoredWay => ({ ...way, address: Uint8Array.fromHex(address) });

/** Every way that its member has answered once. */
export async function listProvedWays(db: D1Database): Promise<StoredWay[]> {
  const { results } = await db
    .prepare(`SELECT ${WAY} FROM bell_ways WHERE proved_at IS NOT NULL`)
    .all<WayRow>();
  return results.map(toWay);
}

/**
 * Notes that a ring goes out by a way of this member. Null where they have no such way, or it was rung after `notSince`.
 */
export async function noteOwnRing(
  db: D1Database,
  {
    id,
    member,
    ring,
    at,
    notSince,
  }: { id: string; member: string; ring: string; at: number; notSince: number },
): Promise<StoredWay | null> {
  const row = await db
    .prepare(
      `UPDATE bell_ways SET ring_id = ?3, rung_at = ?4, arrived_at = NULL, trial = 1
       WHERE id = ?1 AND member_id = ?2 AND coalesce(rung_at, 0) <= ?5 RETURNING ${WAY}`,
    )
    .bind(id, member, ring, at, notSince)
    .first<WayRow>();
  return row && toWay(row);
}

/** Notes that a ring goes out by a way, at a moment in Unix seconds. A trial that was noted stays one. */
export async function noteRing(db: D1Database, id: string, ring: string, at: number): Promise<void> {
  await db
    .prepare(
      `UPDATE bell_ways SET ring_id = ?2, rung_at = ?3, arrived_at = NULL, trial = 0
       WHERE id = ?1 AND ring_id IS NOT ?2`,
    )
    .bind(id, ring, at)
    .run();
}

/** Notes that a ring has arrived on its device. */
export async function noteArrived(db: D1Database, ring: string, at: number): Promise<void> {
  await db
    .prepare('UPDATE bell_ways SET arrived_at = coalesce(arrived_at, ?2) WHERE ring_id = ?1')
    .bind(ring, at)
    .run();
}

/** Notes that its member has answered a ring, where that went out after `since`: their telephone rings. */
export async function noteAnswered(db: D1Database, ring: string, at: number, since: number): Promise<void> {
  await db
    .prepare('UPDATE bell_ways SET proved_at = ?2 WHERE ring_id = ?1 AND rung_at > ?3')
    .bind(ring, at, since)
    .run();
}

/** What rang since a moment and was no trial of its member's own: whom, by what, and when it arrived and was answered. */
export async function listRings(db: D1Database, since: number): Promise<MemberRing[]> {
  type Row = { id: string; name: string } & Pick<MemberRing, 'channel' | 'rungAt'> &
    Record<'arrivedAt' | 'provedAt', number | null>;
  const { results } = await db
    .prepare(
      `SELECT m.id, m.name, w.channel, w.rung_at AS rungAt, w.arrived_at AS arrivedAt, w.proved_at AS provedAt
       FROM bell_ways w JOIN members m ON m.id = w.member_id
       WHERE w.rung_at >= ? AND w.trial = 0 ORDER BY w.rung_at, m.name_key`,
    )
    .bind(since)
    .all<Row>();
  return results.map(({ id, name, arrivedAt, provedAt, ...ring }) => ({
    ...ring,
    member: { id, name },
    ...(arrivedAt !== null && { arrivedAt }),
    ...(provedAt !== null && provedAt >= ring.rungAt && { answeredAt: provedAt }),
  }));
}

/** Whether a ring is a trial that went out after `since`. */
export async function isTrial(db: D1Database, ring: string, since: number): Promise<boolean> {
  const row = await db
    .prepare('SELECT 1 FROM bell_ways WHERE ring_id = ?1 AND trial = 1 AND rung_at > ?2')
    .bind(ring, since)
    .first();
  return row !== null;
}

/** Where a device takes push, as it rests; null where there is no such way. */
export async function findPushAddress(db: D1Database, id: string): Promise<Uint8Array | null> {
  const address = await db
    .prepare("SELECT hex(address) AS address FROM bell_ways WHERE id = ? AND channel = 'push'")
    .bind(id)
    .first<string>('address');
  return address === null ? null : Uint8Array.fromHex(address);
}

/** Lets a way lead elsewhere, under the id of that; all else of it stays. Gives whether it is so. */
export async function moveWay(
  db: D1Database,
  before: string,
  { id, address }: { id: string; address: Uint8Array },
): Promise<boolean> {
  const moved = await db
    .prepare('UPDATE OR IGNORE bell_ways SET id = ?2, address = unhex(?3) WHERE id = ?1 RETURNING id')
    .bind(before, id, hexOf(address))
    .first();
  return moved !== null;
}

/** Forgets a way of a member's own. */
export async function deleteOwnWay(db: D1Database, id: string, member: string, act?: NewAct): Promise<void> {
  await db.batch([
    ...actStatements(db, act, storedBy('bell_ways', id, member)),
    db.prepare('DELETE FROM bell_ways WHERE id = ? AND member_id = ?').bind(id, member),
  ]);
}

/** Forgets a way at whose address there is nobody any more. */
export async function deleteWay(db: D1Database, id: string): Promise<void> {
  await db.prepare('DELETE FROM bell_ways WHERE id = ?').bind(id).run();
}

/** When whose telephone was last heard to ring, by any of their ways, Unix seconds; who never showed it is left out. */
export async function listProofs(db: D1Database): Promise<{ member: string; at: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT member_id AS member, max(proved_at) AS at FROM bell_ways WHERE proved_at IS NOT NULL GROUP BY member_id`,
    )
    .all<{ member: string; at: number }>();
  return results;
}
