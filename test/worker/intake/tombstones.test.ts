import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { TOMBSTONE_KEPT } from '../../../functions/intake/bury.ts';
import { listTombstones, putTombstone } from '../../../functions/store/second/tombstones.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import type { Fault } from '../../faults/stores.ts';
import { ask, refusal } from '../support/ask.ts';
import { askAt, HANGS, putAt, rowsOf, sweepNow, waitingReferral } from '../support/faulty.ts';
import { put, reporterMessage, sentReferral, type TestReferral } from '../support/referral.ts';
import { countRows, dumpStore, emptyStore, storedObjects } from '../support/rows.ts';

beforeEach(emptyStore);

/** Deletes a mailbox at a worker whose stores stand so. */
function eraseAt(DB: Fault, SECOND: Fault, { headers }: TestReferral): Promise<Response> {
  return askAt(DB, SECOND, '/api/mailbox', { method: 'DELETE', headers });
}

const tombstonesOf = async () => (await dumpStore())['tombstones'] ?? [];

describe('what stays of a deleted thread', () => {
  it('is that it was, in both stores, and nothing of it', async () => {
    const referral = await sentReferral();
    await ask('/api/mailbox', { json: reporterMessage(referral, 'Gone soon'), headers: referral.headers });
    const answer = await eraseAt('well', 'well', referral);
    expect(await answer.json()).toEqual({ ok: true, deleted: referral.id });
    expect([await countRows('threads'), await countRows('messages')]).toEqual([0, 0]);
    const times = { received_at: expect.any(Number), read_at: null, deleted_at: expect.any(Number) };
    expect(await tombstonesOf()).toMatchObject([{ id: referral.id, ...times }]);
    expect(await storedObjects()).toEqual([`tombstones/${referral.id}`]);
    const object = await env.SECOND.get(`tombstones/${referral.id}`);
    expect([object?.size, Object.keys(object?.customMetadata ?? {})]).toEqual([
      0,
      ['receivedAt', 'deletedAt'],
    ]);
  });

  it('says whether it had been read', async () => {
    const referral = await sentReferral();
    await env.DB.prepare('UPDATE threads SET read_at = received_at + 5').run();
    await eraseAt('well', 'well', referral);
    const [row] = await tombstonesOf();
    expect(row?.['read_at']).toBe(Number(row?.['received_at']) + 5);
    const object = await env.SECOND.head(`tombstones/${referral.id}`);
    expect(object?.customMetadata).toMatchObject({ readAt: String(row?.['read_at']) });
  });

  it('goes from both stores after 35 days', async () => {
    await eraseAt('well', 'well', await sentReferral());
    await sweepNow(TOMBSTONE_KEPT - 60);
    expect([await countRows('tombstones'), await storedObjects()]).toMatchObject([1, [expect.any(String)]]);
    await sweepNow(TOMBSTONE_KEPT + 60);
    expect([await countRows('tombstones'), await storedObjects()]).toEqual([0, []]);
  });
});

describe('what was deleted does not come back', () => {
  it.each([
    ['well', 'well'],
    ['well', 'down'],
    ['down', 'well'],
    ['hangs', 'well'],
  ] as const)('when its bytes are sent again: D1 %s, R2 %s', async (DB, SECOND) => {
    const referral = await sentReferral();
    await eraseAt('well', 'well', referral);
    expect(await refusal(await putAt(DB, SECOND, referral))).toEqual([410, 'deleted']);
    await sweepNow();
    expect(await rowsOf(referral)).toEqual([]);
    expect(await storedObjects()).toEqual([`tombstones/${referral.id}`]);
  });

  it('when D1 stores late what hung', async () => {
    const referral = await waitingReferral();
    await putAt('hangs', 'well', referral);
    // Nobody knows what D1 will do; what rests in R2 goes at once.
    expect(await refusal(await eraseAt('down', 'well', referral))).toEqual([503, 'unavailable']);
    expect(await storedObjects()).toEqual([`tombstones/${referral.id}`]);
    await expect.poll(() => rowsOf(referral), { timeout: 2 * HANGS }).toHaveLength(1);
    await sweepNow();
    expect(await rowsOf(referral)).toEqual([]);
    expect(await refusal(await ask('/api/mailbox', { headers: referral.headers }))).toEqual([
      401,
      'unauthorized',
    ]);
  });

  it('when D1 is set back to before', async () => {
    const [gone, kept] = [await sentReferral(), await sentReferral()];
    for (const one of [gone, kept]) {
      await ask('/api/mailbox', { json: reporterMessage(one, 'Are you there?'), headers: one.headers });
    }
    const before = await copyOf(['threads', 'messages', 'tombstones', 'changes']);
    await eraseAt('well', 'well', gone);
    await before.restore();
    expect([await countRows('threads'), await countRows('messages'), await countRows('tombstones')]).toEqual([
      2, 2, 0,
    ]);
    await sweepNow();
    expect((await dumpStore())['threads']).toMatchObject([{ id: kept.id }]);
    expect((await dumpStore())['messages']).toMatchObject([{ thread_id: kept.id }]);
    expect(await tombstonesOf()).toMatchObject([{ id: gone.id }]);
    expect(await refusal(await put(gone.id, gone.body))).toEqual([410, 'deleted']);
  });
});

/** Copies the rows of tables within D1; `restore` sets these tables back to them, as a restore of the whole would. */
async function copyOf(tables: readonly string[]) {
  await env.DB.batch(
    tables.flatMap((table) => [
      env.DB.prepare(`DROP TABLE IF EXISTS copy_${table}`),
      env.DB.prepare(`CREATE TABLE copy_${table} AS SELECT * FROM ${table}`),
    ]),
  );
  return {
    restore: () =>
      env.DB.batch([
        env.DB.prepare('PRAGMA defer_foreign_keys = on'),
        ...tables.toReversed().map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
        ...tables.map((table) => env.DB.prepare(`INSERT INTO ${table} SELECT * FROM copy_${table}`)),
        ...tables.map((table) => env.DB.prepare(`DROP TABLE copy_${table}`)),
      ]),
  };
}

describe('DELETE /api/mailbox where a store does not answer', () => {
  it.each(['down', 'errors', 'hangs'] as const)('never says that it is deleted: R2 %s', async (fault) => {
    const referral = await sentReferral();
    expect(await refusal(await eraseAt('well', fault, referral))).toEqual([503, 'unavailable']);
    expect(await rowsOf(referral)).toEqual([]);
    // Asked again, nobody knows it any more.
    expect(await refusal(await eraseAt('well', 'well', referral))).toEqual([401, 'unauthorized']);
    await sweepNow();
    expect(await storedObjects()).toEqual([`tombstones/${referral.id}`]);
  });

  it.each(['down', 'errors', 'hangs'] as const)('never says that it is deleted: D1 %s', async (fault) => {
    const referral = await sentReferral();
    expect(await refusal(await eraseAt(fault, 'well', referral))).toEqual([503, 'unavailable']);
    expect(await rowsOf(referral)).toHaveLength(1);
  });

  it('deletes what waits in R2 alone, once D1 is back, and keeps D1 from taking it later', async () => {
    const referral = await waitingReferral();
    await putAt('hangs', 'well', referral);
    const answer = await eraseAt('well', 'well', referral);
    expect(await answer.json()).toEqual({ ok: true, deleted: referral.id });
    await new Promise((resolve) => setTimeout(resolve, HANGS));
    expect(await rowsOf(referral)).toEqual([]);
  });

  it('knows no mailbox that neither store knows', async () => {
    const referral = await sentReferral();
    await eraseAt('well', 'well', referral);
    expect(await refusal(await eraseAt('well', 'well', referral))).toEqual([401, 'unauthorized']);
  });
});

it('reads the tombstones of R2 from any of them on and round, each once', async () => {
  const ids = Array.from({ length: 7 }, randomId).sort();
  for (const id of ids) await putTombstone(env.SECOND, { id, receivedAt: 1, readAt: null, deletedAt: 2 });
  for (const from of [ids[3], ids[6], 'A'.repeat(22), '_'.repeat(22)]) {
    const seen: string[] = [];
    for await (const page of listTombstones(env.SECOND, from ?? '')) seen.push(...page.map(({ id }) => id));
    expect(seen.sort()).toEqual(ids);
  }
});
