import { ITEM_VERSION, writerTime } from '../../protocol/items/fields.ts';
import { SAVED_LANGUAGES } from '../../protocol/items/kinds/saved.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { VaultClient } from '../vault/client.ts';
import { type Book, loadBook, type SavedAnswer, type Written } from './book.ts';

/**
 * How a change of a saved answer ended: done, refused since a colleague was first (`theirs` is what they left; null where they
 * deleted it), since there are as many as may be, or not done.
 */
export type Kept =
  | { kind: 'done'; book: Book }
  | { kind: 'changed'; theirs: SavedAnswer | null; book: Book }
  | { kind: 'full' }
  | { kind: 'failed'; fault: DeskFault };

/** What a change needs: where it goes, what seals it, and who makes it. */
export type Keeper = { api: Pick<Api, 'saved' | 'putSaved' | 'removeSaved'>; vault: VaultClient; me: Member };

/** Whether two say the same, under the same name. */
export const isSame = (one: Written, other: Written) =>
  one.name === other.name && SAVED_LANGUAGES.every((language) => one.says[language] === other.says[language]);

/** Reads anew what the team has saved, after a change that was done, or that a colleague made first. */
async function after(
  { api, vault }: Keeper,
  judge: (book: Book) => 'done' | SavedAnswer | null,
): Promise<Kept> {
  const loaded = await loadBook(api, vault);
  if (!loaded.ok) return { kind: 'failed', fault: loaded.fault };
  const { book } = loaded;
  const judged = judge(book);
  return judged === 'done' ? { kind: 'done', book } : { kind: 'changed', theirs: judged, book };
}

/** Seals an answer for the team and stores it under an id: a new one (`rev` 0), or in the place of that revision. */
export async function keepAnswer(
  keeper: Keeper,
  { id, rev }: { id: string; rev: number },
  written: Written,
): Promise<Kept> {
  const { api, vault, me } = keeper;
  const by = { id: me.id, name: me.name };
  const item = { v: ITEM_VERSION, kind: 'saved', thread: id, id, at: writerTime(), by, ...written } as const;
  const sealed = await vault.keep(item);
  if (!sealed.ok) return { kind: 'failed', fault: sealed };
  const answer = await api.putSaved(id, { rev, envelope: sealed.envelope }, written.name);
  if (answer.ok) return after(keeper, () => 'done');
  if (answer.code === 'conflict') return { kind: 'full' };
  if (answer.code !== 'changed') return { kind: 'failed', fault: answer };
  return after(keeper, ({ answers }) => {
    const there = answers.find((one) => one.id === id) ?? null;
    // The answer of an earlier try got lost: it is as it was wanted.
    return there && there.by.id === me.id && isSame(there, written) ? 'done' : there;
  });
}

/** Deletes a saved answer for the whole team, as it was read. */
export async function removeAnswer(keeper: Keeper, { id, rev, name }: SavedAnswer): Promise<Kept> {
  const answer = await keeper.api.removeSaved(id, { rev }, name);
  if (answer.ok) return after(keeper, () => 'done');
  if (answer.code !== 'changed') return { kind: 'failed', fault: answer };
  return after(keeper, ({ answers }) => answers.find((one) => one.id === id) ?? 'done');
}
