import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { listChanges, readEnvelopes } from '../../../functions/store/pages/list.ts';
import { insertThread, markRead } from '../../../functions/store/threads.ts';
import { deleteByMailbox } from '../../../functions/store/tombstones.ts';
import { PAGE_BYTES } from '../../../src/protocol/wire/api/fields.ts';
import { type Gone, LIST_ROWS, MOST_ASKED, type ThreadRow } from '../../../src/protocol/wire/api/threads.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { largestEnvelope, SMALLEST_ENVELOPE } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { storeJunk } from '../support/junk.ts';
import { joinedMember } from '../support/member.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Everything beyond a number, page by page. */
async function pages(since = 0) {
  const threads: ThreadRow[] = [];
  const gone: Gone[] = [];
  let cursor = since;
  for (let count = 1; ; count++) {
    const page = await listChanges(env.DB, cursor);
    threads.push(...page.threads);
    gone.push(...page.gone);
    cursor = page.cursor;
    if (!page.more) return { threads, gone, cursor, count };
  }
}

it.each([0, 1, LIST_ROWS - 1, LIST_ROWS, LIST_ROWS + 1, 2 * LIST_ROWS])(
  'gives each of %i threads once, in the order of their changes, and then nothing',
  async (count) => {
    const ids = count === 0 ? [] : await storeJunk(count);
    const { threads, cursor } = await pages();
    expect(threads.map(({ id }) => id)).toEqual(ids);
    expect(await pages(cursor)).toEqual({ threads: [], gone: [], cursor, count: 1 });
  },
);

it('gives what changed beyond a number, and leaves out from the beginning what needs nobody', async () => {
  const ids = await storeJunk(6);
  const [closed, thrown, read] = ids;
  const { cursor } = await pages();
  const { id: member } = (await joinedMember()).body;
  await env.DB.prepare(
    `UPDATE threads SET state = 'closed', closed_day = 20000, changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = ?`,
  )
    .bind(closed)
    .run();
  await env.DB.prepare(
    `UPDATE threads SET thrown_id = id, thrown_by = ?, thrown_at = 1,
       changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = ?`,
  )
    .bind(member, thrown)
    .run();
  await markRead(env.DB, [read ?? '', closed ?? ''], 5);
  const later = await pages(cursor);
  expect(later.threads.map(({ id }) => id)).toEqual([thrown, read, closed]);
  expect(later.threads).toMatchObject([{ thrown: true }, { readAt: 5 }, { state: 'closed' }]);
  expect((await pages()).threads.map(({ id }) => id)).toEqual([...ids.slice(3), read]);
});

it('tells of what the person deleted, in pages of its own, and whether it had been read', async () => {
  const [unread, seen] = [bytes(32), bytes(32)];
  const ids = [];
  for (const mailboxHash of [unread, seen]) {
    const id = randomId();
    ids.push(id);
    await insertThread(env.DB, {
      id,
      keyId: bytes(8),
      sealed: bytes(20),
      mailboxHash,
      salt: bytes(44),
      receivedAt: 7,
    });
  }
  await markRead(env.DB, ids.slice(1), 8);
  const { cursor } = await pages();
  await deleteByMailbox(env.DB, unread, 9);
  await deleteByMailbox(env.DB, seen, 10);
  const gone = [
    { id: ids[0], receivedAt: 7, deletedAt: 9 },
    { id: ids[1], receivedAt: 7, readAt: 8, deletedAt: 10 },
  ];
  expect(await pages(cursor)).toMatchObject({ threads: [], gone, count: 1 });
  expect(await pages()).toMatchObject({ threads: [], gone, count: 1 });

  await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?1)
     INSERT INTO tombstones SELECT substr(hex(randomblob(11)), 1, 21) || 'A', 1, NULL, 2, 1000 + i, 0, NULL FROM number`,
  )
    .bind(LIST_ROWS + 5)
    .run();
  await storeJunk(LIST_ROWS + 5);
  const all = await pages();
  expect(new Set(all.gone.map(({ id }) => id)).size).toBe(LIST_ROWS + 7);
  expect(new Set(all.threads.map(({ id }) => id)).size).toBe(LIST_ROWS + 5);
});

it('begins anew for whoever knows a number that was never given', async () => {
  await storeJunk(3);
  expect(await pages(1_000_000)).toMatchObject({ threads: [], cursor: (await pages()).cursor });
});

it('fits a page whatever the rows hold', async () => {
  const { id: member } = (await joinedMember('李'.repeat(40))).body;
  await storeJunk(LIST_ROWS + 1);
  await env.DB.prepare(
    `UPDATE threads SET state = 'taken', taken_by = ?, taken_at = 9999999999, read_at = 9999999999,
       received_at = 9999999999, state_entry = id, rev = 9999999999, changed = changed + 9999999999`,
  )
    .bind(member)
    .run();
  await env.DB.prepare(
    `INSERT INTO messages (id, thread_id, rev, author, seq, member_id, at, prev, mac, digest, sealed)
     SELECT 'r' || substr(id, 2), id, 1, 'reporter', 1, NULL, 9999999999, zeroblob(32), zeroblob(32), zeroblob(32), x'' FROM threads
     UNION ALL SELECT 'd' || substr(id, 2), id, 2, 'desk', 1, ?, 9999999999, NULL, NULL, zeroblob(32), x'' FROM threads`,
  )
    .bind(member)
    .run();
  await env.DB.prepare(
    `INSERT INTO tombstones SELECT 't' || substr(id, 2), 9999999999, 9999999999, 9999999999, changed, 0, 9999999999 FROM threads`,
  ).run();
  const page = await listChanges(env.DB, 0);
  expect([page.threads.length, page.gone.length]).toEqual([LIST_ROWS, LIST_ROWS]);
  expect(new TextEncoder().encode(JSON.stringify(page)).length).toBeLessThan(PAGE_BYTES);
});

it('gives the envelopes that were asked for as they were stored, with the length and digest of their rows', async () => {
  const sealed = [SMALLEST_ENVELOPE, 1, largestEnvelope('threads')].map((size, seed) =>
    new Uint8Array(size).fill(seed + 250),
  );
  const ids = sealed.map(() => randomId());
  for (const [index, one] of sealed.entries()) {
    const id = ids[index] ?? '';
    const thread = {
      id,
      keyId: bytes(8),
      sealed: one,
      mailboxHash: bytes(32),
      salt: bytes(44),
      receivedAt: 1,
    };
    await insertThread(env.DB, thread);
  }
  const given = await readEnvelopes(env.DB, [...ids.toReversed(), randomId()]);
  expect(given.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))).toEqual(
    sealed.map((one, index) => ({ id: ids[index], envelope: toBase64url(one) })),
  );
  const { threads } = await pages();
  expect(threads.map(({ bytes, digest }) => [bytes, digest])).toEqual(
    sealed.map((one) => [one.length, toBase64url(digestOf(one))]),
  );
});

it.each([SMALLEST_ENVELOPE, 8000, largestEnvelope('threads')])(
  'gives so many envelopes of %i bytes as fit a page, the first that were asked for',
  async (size) => {
    const ids = await storeJunk(MOST_ASKED, { bytes: size });
    const given = await readEnvelopes(env.DB, ids);
    const body = JSON.stringify({ ok: true, envelopes: given });
    expect(body.length).toBeLessThan(PAGE_BYTES);
    expect(body.length + size * 1.5 + given.length * 20 > PAGE_BYTES || given.length === MOST_ASKED).toBe(
      true,
    );
    expect(given.map(({ id }) => id).sort()).toEqual(ids.slice(0, given.length).sort());
  },
);
