import { expect, it } from 'vitest';
import type { DraftKeeper, Kept } from '../../../../src/desk/drafts/draft-keeper.ts';
import { createDrafts } from '../../../../src/desk/drafts/drafts.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { sampleReferral } from '../../../samples/referral.ts';
import { fakeApi } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const item = sampleReferral();
const { thread } = item;

/** The drafts of a session, with what rested in the tab, and what was given to their keeper. */
function begun(rested: Kept | null = null) {
  const written: Kept[] = [];
  const left = new Set<string>();
  const keeper: DraftKeeper = {
    restore: async () => ({ drafts: new Map(), open: null }),
    elsewhere: async () => {},
    leaveThere: (id, on) => void (on ? left.add(id) : left.delete(id)),
    write: (_, kept) => void written.push(kept),
    flush: async () => {},
    settle: async () => {},
    safe: () => true,
  };
  const drafts = createDrafts(fakeApi({}), openVault(drawPair()), keeper);
  if (rested) drafts.restore(new Map([[thread, rested]]));
  const come = (kept: Kept, newer = true) =>
    drafts.arrive({ drafts: new Map([[thread, { kept, newer }]]), gone: [] });
  return { drafts, draft: () => drafts.of(item), written, left, come };
}

it('takes what another device has into an open case in which nothing was written', () => {
  const { drafts, draft, come, left } = begun();
  const open = draft();
  come({ text: 'Bel om zes uur', note: { text: 'Belt morgen' }, step: '{}' });
  expect([open.text(), open.note(), open.step(), open.taken()]).toEqual([
    'Bel om zes uur',
    'Belt morgen',
    '{}',
    1,
  ]);
  expect([open.offered('text'), left.size, drafts.unopened()]).toEqual(['', 0, []]);
});

it('never writes over what was written here meanwhile, and offers what came', () => {
  const { draft, come, left, written } = begun();
  const open = draft();
  open.write('Kom');
  come({ text: 'Bel om zes uur', note: { text: 'Belt morgen' } });
  expect([open.text(), open.offered('text')]).toEqual(['Kom', 'Bel om zes uur']);
  // What was not written here is taken all the same.
  expect([open.note(), open.offered('note')]).toEqual(['Belt morgen', '']);
  expect(left).toEqual(new Set([thread]));
  open.settle('text');
  expect([open.offered('text'), left.size]).toEqual(['', 0]);
  expect(written.at(-1)).toEqual({ text: 'Kom', note: { text: 'Belt morgen' } });
});

it('goes on with what was written last where nothing was written since, and loses nothing of the other', () => {
  for (const opened of [true, false]) {
    const newer = begun({ text: 'Kom' });
    if (opened) newer.draft();
    newer.come({ text: 'Kom niet' });
    expect(newer.draft().text()).toBe('Kom niet');

    const older = begun({ text: 'Kom niet' });
    if (opened) older.draft();
    older.come({ text: 'Bel om zes uur' }, false);
    expect([older.draft().text(), older.draft().offered('text')]).toEqual(['Kom niet', 'Bel om zes uur']);
    older.come({ text: 'Kom' }, false);
    expect(older.draft().offered('text')).toBe('');
  }
});

it('drops what was sent on another device, but not what was written on here', () => {
  const idle = begun({ text: 'Kom' });
  expect(idle.draft().text()).toBe('Kom');
  idle.drafts.arrive({ drafts: new Map(), gone: [thread] });
  expect(idle.draft().text()).toBe('');

  const busy = begun({ text: 'Kom' });
  busy.draft().write('Kom niet');
  busy.drafts.arrive({ drafts: new Map(), gone: [thread] });
  expect(busy.draft().text()).toBe('Kom niet');

  const unopened = begun({ text: 'Kom' });
  unopened.drafts.arrive({ drafts: new Map(), gone: [thread] });
  expect([unopened.drafts.unopened(), unopened.draft().text()]).toEqual([[], '']);
});
