import { expect, it } from 'vitest';
import {
  begun,
  openedBecause,
  reasonKept,
  withLine,
  withTried,
} from '../../../../src/desk/calls/under-way.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';

const NOW = 1_800_000_000;

it('keeps a call of which nobody has said what came of it when another is begun', () => {
  const first = begun([], 'person', NOW);
  const second = begun(openedBecause(first, 'trusted', 'She asked for it'), 'trusted', NOW + 60);
  expect(second).toEqual([
    { to: 'person', since: NOW },
    { to: 'trusted', since: NOW + 60, reason: 'She asked for it' },
  ]);
  // Also where the clock of the device went back: by its begin a call is known.
  expect(begun(second, 'person', NOW)[2]).toEqual({ to: 'person', since: NOW + 61 });
});

it('keeps each reason until an entry says it, and then asks only for what a call still owes', () => {
  const opened = openedBecause(openedBecause([], 'person', 'One'), 'person', 'Two');
  const called = begun(opened, 'person', NOW);
  expect(called).toEqual([
    { to: 'person', reason: 'One' },
    { to: 'person', reason: 'Two', since: NOW },
  ]);
  expect(reasonKept(reasonKept(called, 'One'), 'Two')).toEqual([{ to: 'person', since: NOW }]);
});

it('remembers what was tried of a call, and forgets a try that was of its reason alone', () => {
  const [id, calls] = [randomId(), begun(openedBecause([], 'person', 'Why'), 'person', NOW)];
  const [call] = calls;
  if (!call) throw new Error('no call');
  expect(reasonKept(withTried(calls, call, { id, outcome: 'shown' }), 'Why')).toEqual([
    { to: 'person', since: NOW },
  ]);
  const tried = { id, outcome: 'reached', text: 'Safe.' } as const;
  expect(reasonKept(withTried(calls, call, tried), 'Why')).toEqual([{ to: 'person', since: NOW, tried }]);
});

it('keeps what else is written of a call, also when its reason was kept, until nothing is', () => {
  const calls = begun(openedBecause([], 'person', 'Why'), 'person', NOW);
  const [call] = calls;
  if (!call) throw new Error('no call');
  const written = reasonKept(withLine(calls, call, 'Safe.'), 'Why');
  expect(written).toEqual([{ to: 'person', since: NOW, line: 'Safe.' }]);
  expect(written[0] && withLine(written, written[0], '')).toEqual([{ to: 'person', since: NOW }]);
});
