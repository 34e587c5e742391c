import { expect, it } from 'vitest';
import { knownBook, loadBook, type Written } from '../../../../src/desk/saved/book.ts';
import { type Keeper, keepAnswer, removeAnswer } from '../../../../src/desk/saved/keep.ts';
import { type CentrePair, drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import type { SavedRow } from '../../../../src/protocol/wire/api/saved.ts';
import { fromBase64url } from '../../../../src/protocol/wire/bytes.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { fakeApi } from '../surroundings.ts';
import { openVault } from '../vault/open-vault.ts';

const [older, centre] = [drawPair(), drawPair()];
// A word of three letters comes by chance in what is sealed, too.
const ana = { id: randomId(), name: 'Ana Martens' };
const bo = { id: randomId(), name: 'Bo' };
const written = (name: string, nl = 'Bel ons.'): Written => ({ name, says: { nl } });

/** A worker that keeps rows as the real one does; `lost`: what it does is done, and its answer does not arrive. */
function worker() {
  const rows = new Map<string, SavedRow>();
  const asked: number[] = [];
  let lost = false;
  const next = () => Math.max(0, ...[...rows.values()].map(({ changed }) => changed)) + 1;
  const change = (id: string, rev: number, envelope?: string) => {
    const there = rows.get(id);
    if ((there?.rev ?? 0) !== rev || (there && !there.envelope))
      return { ok: false, code: 'changed' } as const;
    rows.set(id, { id, rev: rev + 1, changed: next(), ...(envelope && { envelope }) });
    return lost ? ({ ok: false, code: 'offline' } as const) : ({ ok: true, value: { id } } as const);
  };
  const api = fakeApi({
    saved: async (since = 0) => {
      asked.push(since);
      const behind = [...rows.values()].filter(({ changed }) => changed > since);
      const [first] = behind.sort((one, other) => one.changed - other.changed);
      return { ok: true, value: { saved: first ? [first] : [], more: behind.length > 1 } };
    },
    putSaved: async (id, { rev, envelope }) => change(id, rev, envelope),
    removeSaved: async (id, { rev }) => change(id, rev),
  });
  return { api, rows, asked, loseAnswers: (on: boolean) => (lost = on) };
}

const keeperOf = (
  api: Keeper['api'],
  me: Keeper['me'] = ana,
  ...[newest = centre, ...others]: CentrePair[]
): Keeper => ({ api, vault: openVault(newest, ...others), me });

it('seals what is saved, opens it for a colleague, and asks afterwards for nothing but what changed', async () => {
  const { api, rows, asked } = worker();
  const mine = keeperOf(api);
  const [first, second] = [randomId(), randomId()];
  expect(await keepAnswer(mine, { id: first, rev: 0 }, written('Wanneer?'))).toMatchObject({ kind: 'done' });
  expect(await keepAnswer(mine, { id: second, rev: 0 }, written('Bed'))).toMatchObject({ kind: 'done' });
  const stored = JSON.stringify([...rows.values()]);
  for (const word of ['Wanneer', 'Bel ons', ana.name]) expect(stored).not.toContain(word);

  const { vault } = keeperOf(api, bo);
  expect(knownBook(vault)).toEqual({ answers: [], broken: 0 });
  expect(await loadBook(api, vault)).toMatchObject({
    ok: true,
    book: {
      answers: [
        { id: second, name: 'Bed' },
        { id: first, name: 'Wanneer?', by: ana },
      ],
      broken: 0,
    },
  });
  asked.length = 0;
  await loadBook(api, vault);
  expect(asked).toEqual([2]);
});

it('gives both versions where a colleague was first, and none where it was oneself', async () => {
  const { api, loseAnswers } = worker();
  const [mine, theirs] = [keeperOf(api), keeperOf(api, bo)];
  const id = randomId();
  await keepAnswer(theirs, { id, rev: 0 }, written('Bed', 'Er is een bed.'));
  expect(await keepAnswer(mine, { id, rev: 0 }, written('Bed'))).toMatchObject({
    kind: 'changed',
    theirs: { id, rev: 1, says: { nl: 'Er is een bed.' }, by: bo },
  });
  loseAnswers(true);
  expect(await keepAnswer(mine, { id, rev: 1 }, written('Bed'))).toMatchObject({ kind: 'failed' });
  loseAnswers(false);
  // It had arrived.
  expect(await keepAnswer(mine, { id, rev: 1 }, written('Bed'))).toMatchObject({ kind: 'done' });
});

it('deletes nothing that the member has not read, and says of what is gone that it is', async () => {
  const { api } = worker();
  const [mine, theirs] = [keeperOf(api), keeperOf(api, bo)];
  const id = randomId();
  const kept = await keepAnswer(mine, { id, rev: 0 }, written('Bed'));
  const [before] = kept.kind === 'done' ? kept.book.answers : [];
  if (!before) throw new Error('It was not kept.');
  await keepAnswer(theirs, { id, rev: 1 }, written('Bed', 'Vol.'));
  expect(await removeAnswer(mine, before)).toMatchObject({ kind: 'changed', theirs: { rev: 2 } });
  expect(await removeAnswer(mine, { ...before, rev: 2 })).toMatchObject({
    kind: 'done',
    book: { answers: [] },
  });
  expect(await removeAnswer(theirs, { ...before, rev: 2 })).toMatchObject({ kind: 'done' });
  expect(await keepAnswer(theirs, { id, rev: 2 }, written('Bed'))).toMatchObject({
    kind: 'changed',
    theirs: null,
  });
});

it('reads after a key was replaced what was saved before, and seals under the new one what is changed', async () => {
  const { api, rows } = worker();
  const id = randomId();
  await keepAnswer(keeperOf(api, ana, older), { id, rev: 0 }, written('Bed'));
  const after = keeperOf(api, ana, centre, older);
  expect(await loadBook(api, after.vault)).toMatchObject({ ok: true, book: { answers: [{ id, rev: 1 }] } });
  await keepAnswer(after, { id, rev: 1 }, written('Bed', 'Vol.'));
  const keyId = fromBase64url(rows.get(id)?.envelope ?? '')?.slice(1, 9);
  expect(keyId).toEqual(new Uint8Array(centre.keyId));
  // Who has left has the older key alone.
  const { vault } = keeperOf(api, ana, older);
  expect(await loadBook(api, vault)).toMatchObject({ ok: true, book: { answers: [], broken: 1 } });
});

it('counts what can’t be read, and shows nothing of a row that holds another’s envelope', async () => {
  const { api, rows } = worker();
  const id = randomId();
  await keepAnswer(keeperOf(api), { id, rev: 0 }, written('Bed'));
  const envelope = rows.get(id)?.envelope ?? '';
  const moved = randomId();
  rows.set(moved, { id: moved, rev: 1, changed: 2, envelope });
  const { vault } = keeperOf(api, bo);
  expect(await loadBook(api, vault)).toMatchObject({ ok: true, book: { answers: [{ id }], broken: 1 } });
});
