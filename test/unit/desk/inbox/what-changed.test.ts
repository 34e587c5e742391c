import { expect, it } from 'vitest';
import { whatChanged } from '../../../../src/desk/inbox/what-changed.ts';
import type { Thread, ThreadMessage } from '../../../../src/desk/thread/load-thread.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { referral, rowOf } from '../surroundings.ts';

const row = rowOf(referral(), drawPair());
const ana = { id: 'a', name: 'Ana' };
const message = (id: string, author: 'desk' | 'reporter'): ThreadMessage => ({
  row: { id, rev: 1, author, seq: 1, at: 1, member: author === 'desk' ? ana : null, envelope: 'x' },
  opened: { ok: true, text: '', wrong: null },
});
const next = { seq: 1, prev: null, seen: null };
const before: Thread = {
  row,
  messages: [message('1', 'reporter')],
  entries: [],
  next,
  said: null,
  fits: true,
};

it('names who took it, how many messages came, and each member who answered once', () => {
  const after: Thread = {
    ...before,
    row: { ...row, takenBy: ana },
    messages: [...before.messages, message('2', 'reporter'), message('3', 'desk'), message('4', 'desk')],
  };
  expect(whatChanged(before, after, 'me')).toEqual([
    { kind: 'taken', name: 'Ana' },
    { kind: 'reporter', count: 1 },
    { kind: 'answered', name: 'Ana' },
  ]);
});

it('finds nothing to read in what the member took themselves', () => {
  expect(whatChanged(before, { ...before, row: { ...row, takenBy: ana } }, 'a')).toEqual([]);
});
