import { expect, it } from 'vitest';
import type { ThreadEntry } from '../../../../src/desk/entries/load-entries.ts';
import type { ThreadMessage } from '../../../../src/desk/thread/load-thread.ts';
import { actsOf, callsIn, timelineOf } from '../../../../src/desk/timeline/timeline.ts';
import type { Item } from '../../../../src/protocol/items/item.ts';
import type { Call } from '../../../../src/protocol/items/kinds/call.ts';
import type { State } from '../../../../src/protocol/items/kinds/state.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { sampleDraft, sampleNote, sampleState } from '../../../samples/desk-items.ts';

const thread = randomId();
const [ana, bo] = [
  { id: 'a', name: 'Ana' },
  { id: 'b', name: 'Bo' },
];
const pins = { first: 'A'.repeat(43), mailbox: 'A'.repeat(43) };
const state = (fields: Partial<State>) => sampleState(thread, pins, fields);

const message = (id: string, at: number, author: 'desk' | 'reporter' = 'reporter'): ThreadMessage => ({
  row: { id, rev: 1, author, seq: 1, at, member: author === 'desk' ? ana : null, envelope: 'x' },
  opened: { ok: true, text: id, wrong: null },
});
const entry = (id: string, at: number, item: Item, member = ana): ThreadEntry => ({
  row: { id, seq: 1, at, member, envelope: 'x' },
  opened: { ok: true, item, key: 0, digest: '' },
});
const call = (outcome: Call['outcome']): Call => ({
  ...{ v: 2, kind: 'call', thread, id: randomId(), at: 0, to: 'person' },
  outcome,
});

it('has both sides and what the desk kept in one order, each of the two in its own', () => {
  const happened = timelineOf({
    messages: [message('m1', 10), message('m2', 30), message('late clock', 20), message('m4', 60)],
    entries: [
      entry('taken', 10, state({ owner: ana })),
      entry('note', 40, sampleNote(thread, 'n')),
      entry('call', 50, call('no-answer')),
      entry('last', 70, sampleNote(thread, 'n')),
    ],
  });
  expect(happened.map(({ id }) => id)).toEqual([
    'taken',
    'm1',
    'm2',
    'late clock',
    'note',
    'call',
    'm4',
    'last',
  ]);
});

it('says what each state changed, and is silent where it changed nothing', () => {
  const closed = { outcome: 'advice', reason: 'told where to go' } as const;
  const next = { at: 100, what: 'call' };
  const states: [State, typeof ana][] = [
    [state({ owner: ana }), ana],
    [state({ owner: bo }), ana],
    [state({ owner: bo, next }), bo],
    [state({ owner: bo, next, waitingFor: 'the person', urgency: 'now', reason: 'moved' }), bo],
    [state({ owner: bo, next, waitingFor: 'the person', urgency: 'now', reason: 'moved' }), bo],
    [state({ owner: bo, closed }), bo],
    [state({ owner: null }), bo],
  ];
  const happened = timelineOf({
    messages: [],
    entries: states.map(([item, by], at) => entry(String(at), at, item, by)),
  });
  expect(happened.map((one) => (one.kind === 'acts' ? one.acts : one.kind))).toEqual([
    [{ kind: 'taken' }],
    [{ kind: 'given', to: 'Bo' }],
    [{ kind: 'next', next }],
    [
      { kind: 'waiting', what: 'the person' },
      { kind: 'urgency', urgency: 'now', reason: 'moved' },
    ],
    [{ kind: 'closed', ...closed }],
    [{ kind: 'given-back' }, { kind: 'reopened' }],
  ]);
  expect(actsOf(null, state({}), ana)).toEqual([]);
  const owner = ana;
  expect(actsOf(state({ owner, waitingFor: 'the person' }), state({ owner }), ana)).toEqual([
    { kind: 'step-done' },
  ]);
  // What is planned instead, or goes with the case, was not done.
  for (const after of [{ owner, waitingFor: 'Bo' }, { owner, closed }, { owner: null }])
    expect(actsOf(state({ owner, next }), state(after), ana)).not.toContainEqual({ kind: 'step-done' });
  const urgency = 'today' as const;
  expect(
    actsOf(state({ owner, urgency, reason: 'moved' }), state({ owner, urgency, reason: 'safe' }), ana),
  ).toEqual([{ kind: 'urgency', urgency, reason: 'safe' }]);
});

it('shows what does not open, or does not belong there, and leaves none of it out', () => {
  const broken: ThreadEntry = {
    row: { id: 'x', seq: 2, at: 2, member: bo, envelope: 'x' },
    opened: { ok: false, code: 'box_broken', digest: '' },
  };
  const happened = timelineOf({
    messages: [],
    entries: [entry('draft', 1, sampleDraft(thread, 'd')), broken],
  });
  expect(happened).toMatchObject([
    { kind: 'unopened', code: 'item_unknown' },
    { kind: 'unopened', code: 'box_broken', by: bo },
  ]);
});

it('tells calls newest first', () => {
  const entries = [
    entry('1', 1, call('shown')),
    entry('2', 2, sampleNote(thread, 'n')),
    entry('3', 3, call('reached')),
  ];
  expect(callsIn(timelineOf({ messages: [], entries })).map(({ id }) => id)).toEqual(['3', '1']);
});
