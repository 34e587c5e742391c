import { expect, test } from '@playwright/test';
import { BUCKETS, LARGEST_BUCKET } from '../../src/protocol/wire/padding.ts';
import { flood, type Line, putAway, timesToRows } from '../browser/support/flood.ts';
import { refer } from '../browser/support/refer.ts';

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
        const seconds = [first, last].map((time) => (time / 1000).toFixed(1)).join(' and ');
        console.log(
          `${bucket} bytes, ${line.kbit} kbit/s, ${line.latency} ms: on the screen after ${seconds} s`,
        );
        expect(Math.max(first, last)).toBeLessThan(most);
        await page.close();
      }
    } finally {
      await putAway([...junk, before.id, after.id]);
    }
  });
}
