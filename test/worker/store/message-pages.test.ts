import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { readMailbox, readThread } from '../../../functions/store/pages/message-pages.ts';
import { insertThread } from '../../../functions/store/threads.ts';
import { PAGE_BYTES } from '../../../src/protocol/wire/api/fields.ts';
import { largestEnvelope, SMALLEST_ENVELOPE } from '../../../src/protocol/wire/envelope.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { joinedMember } from '../support/member.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A thread with so many messages of these sizes in turn, every second one the desk's, with gaps in their revisions. */
async function threadOf(count: number, sizes: readonly number[]) {
  const { id: member } = (await joinedMember('李'.repeat(40))).body;
  const thread = { id: randomId(), mailboxHash: bytes(32) };
  await insertThread(env.DB, {
    ...thread,
    salt: bytes(44),
    keyId: bytes(8),
    sealed: bytes(10),
    receivedAt: 1,
  });
  await env.DB.prepare(
    `WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number WHERE i < ?1 - 1)
     INSERT INTO messages (id, thread_id, rev, author, seq, member_id, at, prev, mac, digest, sealed)
     SELECT substr(hex(randomblob(11)), 1, 21) || 'A', ?2, 3 * i + 1, iif(i % 2, 'desk', 'reporter'),
            i + 1, iif(i % 2, ?3, NULL), i, iif(i % 2, NULL, zeroblob(32)), iif(i % 2, NULL, zeroblob(32)), zeroblob(32),
            randomblob(json_extract(?4, '$[' || (i % json_array_length(?4)) || ']'))
     FROM number WHERE ?1 > 0`,
  )
    .bind(count, thread.id, member, JSON.stringify(sizes))
    .run();
  return thread;
}

/** Goes on from page to page. Gives the times of the messages of each, and the bytes of its JSON. */
async function walk(
  read: (
    after?: number,
  ) => Promise<{ messages: readonly { at: number }[]; next?: number | undefined } | null>,
) {
  const pages: number[][] = [];
  const sizes: number[] = [];
  for (let after: number | undefined; ; ) {
    const page = await read(after);
    if (!page) throw new Error('not found');
    pages.push(page.messages.map(({ at }) => at));
    sizes.push(new TextEncoder().encode(JSON.stringify(page)).length);
    after = page.next;
    if (after === undefined) return { pages, sizes };
  }
}

it.each([
  ['no message', 0, [1]],
  ['one', 1, [largestEnvelope('messages')]],
  ['500 of the smallest size', 500, [SMALLEST_ENVELOPE]],
  ['40 of the largest', 40, [largestEnvelope('messages')]],
  ['200 of several sizes', 200, [SMALLEST_ENVELOPE, 2105, 8249, 300, 16_441]],
])('%s: each once and in order, in pages that are full', async (_, count, sizes) => {
  const { id, mailboxHash } = await threadOf(count, sizes);
  const expected = Array.from({ length: count }, (__, at) => at);
  const atDesk = await walk((after) => readThread(env.DB, id, after));
  expect(atDesk.pages.flat()).toEqual(expected);
  const inMailbox = await walk((after) => readMailbox(env.DB, mailboxHash, after));
  expect(inMailbox.pages.flat()).toEqual(expected);
  const largest = ((Math.max(...sizes) + 300) * 4) / 3;
  for (const walked of [atDesk, inMailbox]) {
    expect(Math.max(...walked.sizes)).toBeLessThan(PAGE_BYTES);
    // None but the last could have held one more, even where each took as much as the longest name makes it.
    expect(Math.min(...walked.sizes.slice(0, -1), PAGE_BYTES)).toBeGreaterThan(PAGE_BYTES * 0.6 - largest);
  }
});
