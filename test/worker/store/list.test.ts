import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { listThreads } from '../../../functions/store/threads.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { envelopeSize, SEALED_BOX } from '../../../src/protocol/wire/envelope.ts';
import { BUCKETS } from '../../../src/protocol/wire/padding.ts';
import { memberOnDuty } from '../support/member.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const PAGE_BYTES = 4 * 1024 * 1024;
const SIZES = BUCKETS.map((bucket) => envelopeSize(SEALED_BOX, bucket));

type Row = { id: string; receivedAt: number; size: number; state: string; thrown: boolean };

/** Numbers that are the same each time, as if drawn: a linear congruential generator modulo 2^31. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state >> 8;
  }
}

/** Rows of all sizes and states, several in one second, with ids in no order. */
function rows(count: number, sizes: readonly number[], seed: number): Row[] {
  const draw = numbers(seed);
  return Array.from({ length: count }, (_, index) => ({
    id: toBase64url(new Uint8Array(Uint32Array.of(draw.next().value, index, seed, 0).buffer)),
    receivedAt: 1000 + (draw.next().value % Math.ceil(count / 3)),
    size: sizes[draw.next().value % sizes.length] ?? 0,
    state: ['new', 'new', 'taken', 'open', 'closed'][draw.next().value % 5] ?? 'new',
    thrown: draw.next().value % 7 === 0,
  }));
}

/** Stores the rows, with as many zeros as each envelope has bytes. */
async function store(all: readonly Row[], memberId: string): Promise<void> {
  const statement = env.DB.prepare(
    `INSERT INTO threads (id, key_id, sealed, bytes, digest, changed, mailbox_hash, salt, received_at, state,
                          thrown_id, thrown_by, thrown_at)
     SELECT value ->> 'id', zeroblob(8), zeroblob(value ->> 'size'), value ->> 'size', randomblob(32),
            (SELECT n + 1 FROM changes WHERE one = 1) + key, randomblob(32), zeroblob(44), value ->> 'receivedAt',
            value ->> 'state', iif(value ->> 'thrown', value ->> 'id', NULL), iif(value ->> 'thrown', ?2, NULL),
            iif(value ->> 'thrown', 1, NULL)
     FROM json_each(?1)`,
  );
  for (let start = 0; start < all.length; start += 500) {
    await statement.bind(JSON.stringify(all.slice(start, start + 500)), memberId).run();
  }
}

/** The pages as they should be, by the plainest way of cutting. */
function expectedPages(all: readonly Row[]): string[][] {
  const shown = all
    .filter(({ state, thrown }) => state !== 'closed' && !thrown)
    .sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
  const pages: string[][] = [[]];
  let bytes = 0;
  for (const { id, size } of shown) {
    if (bytes >= PAGE_BYTES) {
      pages.push([]);
      bytes = 0;
    }
    pages.at(-1)?.push(id);
    bytes += size;
  }
  if (bytes >= PAGE_BYTES) pages.push([]);
  return pages;
}

it.each([
  ['nothing', [], 1],
  ['a few of all sizes', rows(40, SIZES, 1), 1],
  ['many of all sizes, several in one second', rows(900, SIZES, 2), 3],
  ['a flood of the smallest', rows(9000, SIZES.slice(0, 1), 3), 2],
  ['a flood of the largest', rows(300, SIZES.slice(-1), 4), 3],
])('%s: page after page, oldest first, each until it is full', async (_, all, least) => {
  await store(all, (await memberOnDuty()).id);
  const pages: string[][] = [];
  for (let after: { receivedAt: number; id: string } | undefined; ; ) {
    const { threads, full } = await listThreads(env.DB, after);
    pages.push(threads.map(({ id }) => id));
    after = threads.at(-1);
    if (!full) break;
  }
  expect(pages.length).toBeGreaterThanOrEqual(least);
  expect(pages).toEqual(expectedPages(all));
});
