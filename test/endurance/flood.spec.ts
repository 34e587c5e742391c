import { expect } from '@playwright/test';
import { BUCKETS, LARGEST_BUCKET } from '../../src/protocol/wire/padding.ts';
import { report } from '../../tools/bench/figures.ts';
import { limitRow } from '../../tools/bench/table.ts';
import { bytesOfPoll, flood, type Line, putAway, timesToRows } from '../browser/support/flood.ts';
import { refer } from '../browser/support/refer.ts';
import { test } from '../browser/support/test.ts';

/** Lines, and how many ms a row may take on each. */
const LINES: readonly [Line, number][] = [
  [{ kbit: 1500, latency: 150 }, 10_000],
  [{ kbit: 400, latency: 400 }, 20_000],
];

const JUNK = 1000;

// The largest that a first item may be; and the smallest, of which a row says the least.
for (const bucket of [LARGEST_BUCKET.threads, Math.min(...BUCKETS)]) {
  test(`danger before and after ${JUNK} envelopes of ${bucket} bytes of junk`, async ({
    browser,
    request,
  }) => {
    const before = await refer(request, { danger: 'yes' });
    const junk = await flood(request, JUNK, bucket);
    const after = await refer(request, { danger: 'yes' });
    try {
      for (const [line, most] of LINES) {
        const page = await browser.newPage();
        const [first = 0, last = 0] = await timesToRows(page, [before.id, after.id], line);
        const what = `danger among ${JUNK} of ${bucket / 1024} KiB of junk, at ${line.kbit} kbit/s, on the screen after`;
        for (const [came, time] of [
          ['before', first],
          ['after', last],
        ] as const)
          report(limitRow(`${what} (it came ${came} them)`, Math.round(time), most, 'ms'));
        expect(Math.max(first, last)).toBeLessThan(most);
        if (line === LINES[0]?.[0])
          report(limitRow('a poll without change, head and all', await bytesOfPoll(page), 1023, 'B'));
        await page.close();
      }
    } finally {
      await putAway([...junk, before.id, after.id]);
    }
  });
}
