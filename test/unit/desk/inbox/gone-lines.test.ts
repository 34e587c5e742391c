import { expect, it } from 'vitest';
import { goneLines } from '../../../../src/desk/inbox/gone-lines.ts';
import type { Gone } from '../../../../src/protocol/wire/api/threads.ts';

const HOUR = 3600;
const NOW = 1_800_000_000;

/** Something that waited so long and was deleted so many seconds ago. */
const gone = (id: string, waited: number, ago: number, read = false): Gone => ({
  id,
  receivedAt: NOW - ago - waited,
  deletedAt: NOW - ago,
  ...(read && { readAt: NOW - ago - 1 }),
});

it('shows what somebody had to delete above any number that were sent to be deleted', () => {
  const noise = Array.from({ length: 5000 }, (_, n) => gone(`noise-${n}`, n % 60, 5000 - n));
  const real = gone('real', 2 * HOUR, 6000);
  const lines = goneLines([real, ...noise]);
  expect(lines[0]).toEqual(real);
  expect(lines).toHaveLength(50);
});

it('shows what had been read after what had not, the last first, however many there are', () => {
  const unread = Array.from({ length: 80 }, (_, n) => gone(`unread-${n}`, HOUR, 80 - n));
  const [first, last] = [gone('first', HOUR, 90, true), gone('last', HOUR, 1, true)];
  const lines = goneLines([first, ...unread, last]);
  expect(lines.slice(-2)).toEqual([last, first]);
});
