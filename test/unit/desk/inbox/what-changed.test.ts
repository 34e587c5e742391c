import { expect, it } from 'vitest';
import { whatChanged } from '../../../../src/desk/inbox/what-changed.ts';
import type { Thread, ThreadMessage } from '../../../../src/desk/thread/load-thread.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleState } from '../../../samples/desk-items.ts';
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

/** What a member says who has it. */
const said = (owner: { id: string; name: string }): Thread['said'] => ({
  id: randomId(),
  digest: row.digest,
  item: sampleState(row.id, { first: row.digest, mailbox: row.digest }, { owner }),
  key: 0,
});

it('names who took it, how many messages came, and each member who answered once', () => {
  const after: Thread = {
    ...before,
    said: said(ana),
    messages: [...before.messages, message('2', 'reporter'), message('3', 'desk'), message('4', 'desk')],
  };
  expect(whatChanged(before, after, 'me')).toEqual([
    { kind: 'taken', name: 'Ana' },
    { kind: 'reporter', count: 1 },
    { kind: 'answered', name: 'Ana' },
  ]);
});

it('finds nothing to read in what the member took themselves', () => {
  expect(whatChanged(before, { ...before, said: said(ana) }, 'a')).toEqual([]);
});

it('says of whoever has it the name that they sealed, and not the one that the store has now', () => {
  const after = { ...before, row: { ...row, takenBy: { ...ana, name: 'Somebody else' } }, said: said(ana) };
  expect(whatChanged(before, after, 'me')).toEqual([{ kind: 'taken', name: 'Ana' }]);
});
