import { expect, it } from 'vitest';
import type { Api } from '../../../../src/desk/api/client.ts';
import type { ApiFault } from '../../../../src/desk/api/result.ts';
import { callOf, createEntryOutbox, noteOf } from '../../../../src/desk/entries/entry-outbox.ts';
import type { ThreadEntry } from '../../../../src/desk/entries/load-entries.ts';
import type { VaultClient } from '../../../../src/desk/vault/client.ts';
import type { PostEntry } from '../../../../src/protocol/wire/api/entries.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi, vaultHere } from '../surroundings.ts';

const thread = randomId();

const entry = (id: string, seq: number): ThreadEntry => ({
  row: { id, seq, at: 1, member: null, envelope: 'x' },
  opened: { ok: false, code: 'box_broken', digest: '' },
});

/** A worker as it stores entries, which says what a test gives instead of its first answers. */
function worker(...answers: (ApiFault | null)[]) {
  const stored: { id: string; envelope: string; seq: number }[] = [];
  const asked: PostEntry['entry'][] = [];
  let sealed = 0;
  const api: Api = fakeApi({
    addEntry: async (_, { entry }) => {
      asked.push(entry);
      const same = stored.find(({ id }) => id === entry.id);
      const next = stored.length + 1 === entry.seq;
      if (!same && next) stored.push(entry);
      const lost = answers.shift();
      if (lost) return { ok: false, code: lost };
      if (same) {
        return same.envelope === entry.envelope
          ? { ok: true, value: { id: entry.id } }
          : { ok: false, code: 'conflict' };
      }
      return next ? { ok: true, value: { id: entry.id } } : { ok: false, code: 'changed' };
    },
  });
  const vault: VaultClient = {
    ...vaultHere(),
    keep: async () => {
      sealed += 1;
      return { ok: true, envelope: `sealed ${sealed}`, digest: '' };
    },
  };
  const known = () => ({ entries: stored.map(({ id, seq }) => entry(id, seq)) });
  return { api, vault, stored, asked, known, reload: async () => known() };
}

it('keeps a note behind what a colleague was first with, in the same bytes', async () => {
  const at = worker();
  at.stored.push({ id: randomId(), envelope: 'from a colleague', seq: 1 });
  const outbox = createEntryOutbox(at.api, at.vault, thread);
  expect(await outbox.keep(noteOf(' a note '), { entries: [] }, at.reload)).toEqual({ ok: true });
  expect(at.asked.map(({ seq }) => seq)).toEqual([1, 2]);
  expect(new Set(at.asked.map(({ id, envelope }) => `${id} ${envelope}`)).size).toBe(1);
  expect(at.stored.length).toBe(2);
});

it('keeps a note once whose answer got lost, and another text as another note', async () => {
  const at = worker('timeout');
  const outbox = createEntryOutbox(at.api, at.vault, thread);
  const note = noteOf('a note');
  expect(await outbox.keep(note, { entries: [] }, at.reload)).toMatchObject({ fault: { code: 'timeout' } });
  expect(outbox.triedAs(note)).toBe(at.stored[0]?.id);
  expect(outbox.triedAs(noteOf('another'))).toBeNull();
  expect(await outbox.keep(note, { entries: [] }, at.reload)).toEqual({ ok: true });
  expect(at.stored.length).toBe(1);
  expect(outbox.triedAs(note)).toBeNull();
  expect(await outbox.keep(note, at.known(), at.reload)).toEqual({ ok: true });
  expect(at.stored.length).toBe(2);
});

it('finds a note that had arrived before the desk was locked', async () => {
  const at = worker();
  const id = randomId();
  at.stored.push({ id, envelope: 'from before', seq: 1 });
  const kept = noteOf('a note');
  const outbox = createEntryOutbox(at.api, at.vault, thread, [{ id, kept }]);
  expect(outbox.triedAs(kept)).toBe(id);
  expect(await outbox.keep(kept, { entries: [] }, at.reload)).toEqual({ ok: true });
  expect(at.stored.length).toBe(1);
});

it('knows under which id it tries before anything is waited for, and each of two things under its own', async () => {
  const at = worker('offline', 'offline');
  const outbox = createEntryOutbox(at.api, at.vault, thread);
  const kept = [{ outcome: 'no-answer' } as const, { outcome: 'reached', text: 'Safe.' } as const].map(
    (said) => callOf({ to: 'person' }, said),
  );
  for (const one of kept) {
    const keeping = outbox.keep(one, { entries: [] }, at.reload);
    expect(outbox.triedAs(one)).toMatch(/^[\w-]{22}$/);
    expect(await keeping).toMatchObject({ ok: false });
  }
  const ids = kept.map((one) => outbox.triedAs(one));
  expect(new Set(ids).size).toBe(2);
  // As the next session finds it.
  const tried = kept.map((one, index) => ({ id: ids[index] ?? '', kept: one }));
  const next = createEntryOutbox(at.api, at.vault, thread, tried);
  for (const one of kept) expect(await next.keep(one, at.known(), at.reload)).toEqual({ ok: true });
  expect(at.stored.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

it('gives up where the worker refuses, or can no longer be asked', async () => {
  const refused = worker('deleted');
  const first = createEntryOutbox(refused.api, refused.vault, thread);
  expect(await first.keep(noteOf('a'), { entries: [] }, refused.reload)).toMatchObject({
    fault: { code: 'deleted' },
  });
  const away = worker('changed');
  const second = createEntryOutbox(away.api, away.vault, thread);
  expect(await second.keep(noteOf('a'), { entries: [] }, async () => null)).toEqual({
    ok: false,
    fault: { code: 'offline' },
  });
});
