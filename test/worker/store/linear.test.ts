import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { listChanges, readEnvelopes } from '../../../functions/store/pages/list.ts';
import { readMailbox, readThread } from '../../../functions/store/pages/message-pages.ts';
import { countedStore } from '../support/counted-store.ts';
import { storeJunk } from '../support/junk.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

/** Rows that the store read for each that it gave, over all pages. */
async function readForEach(walk: (db: D1Database) => Promise<number>): Promise<number> {
  const { db, read } = countedStore();
  const given = await walk(db);
  return read() / given;
}

async function walkList(db: D1Database): Promise<number> {
  let given = 0;
  for (let since = 0; ; ) {
    const { threads, cursor, more } = await listChanges(db, since);
    given += threads.length;
    since = cursor;
    if (!more) return given;
  }
}

async function walkMessages(
  read: (after?: number) => Promise<{ messages: readonly unknown[]; next?: number | undefined } | null>,
): Promise<number> {
  let given = 0;
  for (let after: number | undefined; ; ) {
    const page = await read(after);
    given += page?.messages.length ?? 0;
    after = page?.next;
    if (after === undefined) return given;
  }
}

it('reads as much of the store for each row of the list, however many there are', async () => {
  await storeJunk(300);
  const few = await readForEach(walkList);
  await storeJunk(2700);
  const many = await readForEach(walkList);
  expect(many).toBeLessThan(few * 1.1);
  expect(many).toBeLessThanOrEqual(3);
});

it('reads as much of the store for each envelope', async () => {
  const ids = await storeJunk(100, { bytes: 16_441 });
  const few = await readForEach(async (db) => (await readEnvelopes(db, ids.slice(0, 5))).length);
  const many = await readForEach(async (db) => (await readEnvelopes(db, ids.slice(0, 11))).length);
  expect(many).toBeLessThan(few * 1.1);
});

it.each([1000, 16_000])('reads as much of the store for each message of %i bytes', async (bytes) => {
  const [id = ''] = await storeJunk(1);
  const grow = (from: number, to: number) =>
    env.DB.prepare(
      `WITH RECURSIVE number(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM number WHERE i < ?2)
       INSERT INTO messages (id, thread_id, rev, author, seq, at, prev, mac, digest, sealed)
       SELECT substr(hex(randomblob(11)), 1, 21) || 'A', ?3, i, 'reporter', i, i, zeroblob(32), zeroblob(32), zeroblob(32), zeroblob(?4)
       FROM number`,
    )
      .bind(from, to, id, bytes)
      .run();
  const mailbox = await env.DB.prepare('SELECT hex(mailbox_hash) AS hash FROM threads').first<string>('hash');
  const hash = Uint8Array.fromHex(mailbox ?? '');
  const both = async () => [
    await readForEach((db) => walkMessages((after) => readThread(db, id, after))),
    await readForEach((db) => walkMessages((after) => readMailbox(db, hash, after))),
  ];
  await grow(1, 50);
  const [thread = 0, inMailbox = 0] = await both();
  await grow(51, 500);
  const [longThread = 0, longMailbox = 0] = await both();
  expect(longThread).toBeLessThan(thread * 1.2);
  expect(longMailbox).toBeLessThan(inMailbox * 1.2);
});
