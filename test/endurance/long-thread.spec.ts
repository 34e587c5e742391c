import { expect } from '@playwright/test';
import { largestEnvelope } from '../../src/protocol/wire/envelope.ts';
import { report } from '../../tools/bench/figures.ts';
import { limitRow } from '../../tools/bench/table.ts';
import { TEST_STATE } from '../../tools/test/test-site.ts';
import { row, theirs } from '../browser/parts/desk.ts';
import { nameOf, openCase } from '../browser/support/case.ts';
import { putAway } from '../browser/support/flood.ts';
import { join } from '../browser/support/member.ts';
import { ownStore } from '../browser/support/own-store.ts';
import { refer } from '../browser/support/refer.ts';
import { test } from '../browser/support/test.ts';
import { canReadMemory, workerMemory } from '../support/worker-memory.ts';

const MESSAGES = 500;
const MOST = 60 * 1024 * 1024;

test(`a thread with ${MESSAGES} messages of the largest size makes the worker grow by little`, async ({
  page,
  request,
}) => {
  test.skip(!canReadMemory, 'Only Linux tells the memory of a process');
  const short = await refer(request);
  const long = await refer(request);
  await ownStore(
    `WITH RECURSIVE number(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM number WHERE i < ?1)
     INSERT INTO messages (id, thread_id, rev, author, seq, at, prev, mac, digest, sealed)
     SELECT substr(hex(randomblob(11)), 1, 21) || 'A', ?2, i, 'reporter', i, i, randomblob(32), randomblob(32),
            randomblob(32), randomblob(?3)
     FROM number`,
    ...[MESSAGES, long.id, largestEnvelope('messages')],
  );
  await ownStore(
    'UPDATE threads SET rev = ?, changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = ?',
    ...[MESSAGES, long.id],
  );
  await page.setViewportSize({ width: 1280, height: 800 });
  await join(page, 'en', nameOf('Long'));
  await openCase(page, short.id);
  const before = workerMemory(TEST_STATE);
  await row(page, long.id).click();
  await expect(theirs(page)).toHaveCount(MESSAGES, { timeout: 120_000 });
  const { now, most } = workerMemory(TEST_STATE);
  // What it had for a moment counts too, where it was more than ever before.
  const peak = most > before.most ? most : now;
  const MB = (bytes: number) => Math.round(bytes / 2 ** 20);
  report(
    limitRow(
      `the worker grows for a thread of ${MESSAGES} messages by`,
      MB(peak - before.now),
      MB(MOST),
      'MiB',
    ),
  );
  expect(peak - before.now).toBeLessThan(MOST);
  await putAway([short.id, long.id]);
});
