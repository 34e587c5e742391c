import * as z from 'zod/mini';
import { base64urlBytes, Id } from '../../protocol/wire/fields.ts';

/** A draft as it rests: an envelope of version 0x02 from the centre to itself, and what it must belong to. */
const SealedDraft = z.object({
  thread: Id,
  id: Id,
  envelope: z.string().check(z.maxLength(90_000), z.regex(/^[A-Za-z0-9_-]+$/)),
  /** The member who has just this at the worker, too. */
  copied: z.optional(Id),
});
export type SealedDraft = z.infer<typeof SealedDraft>;

/**
 * What this tab keeps while the desk is locked or the page is away, in `sessionStorage`: nothing that anybody wrote but
 * sealed, and gone with the tab.
 */
const Tab = z.object({
  drafts: z.array(SealedDraft),
  /** The thread that was open, to open it again. */
  open: z.nullable(Id),
  /** Whether the worker, and not the member, ended the session: the sign-in page says so once. */
  ended: z.boolean(),
  /** Sessions of this tab of which it is not known yet that the worker has ended them. */
  signOuts: z.array(base64urlBytes(32)),
  /** Whether the sound of the alarm was switched off. */
  silent: z.optional(z.boolean()),
});
export type Tab = z.infer<typeof Tab>;

/** The part of `Storage` that is needed; null where the browser allows none. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;

const KEY = 'desk';
const NOTHING: Tab = { drafts: [], open: null, ended: false, signOuts: [] };

/** Where a tab keeps what must outlive a reload. */
export type TabStore = {
  read: () => Tab;
  /** Changes what is kept. Says whether it could be: a browser may allow no storage, or it may be full. */
  update: (change: Partial<Tab>) => boolean;
};

/** The browser's own storage for this tab, where it gives one. */
export function sessionStorageHere(): TabStorage {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** Makes the store of a tab. What does not read as ours counts as nothing. */
export function createTabStore(storage: TabStorage = sessionStorageHere()): TabStore {
  const read = (): Tab => {
    try {
      const parsed = Tab.safeParse(JSON.parse(storage?.getItem(KEY) ?? ''));
      return parsed.success ? parsed.data : NOTHING;
    } catch {
      return NOTHING;
    }
  };
  return {
    read,
    update(change) {
      const next = { ...read(), ...change };
      const written = next.drafts.length + next.signOuts.length > 0 || next.open !== null;
      const empty = !written && !next.ended && !next.silent;
      try {
        if (empty) storage?.removeItem(KEY);
        else storage?.setItem(KEY, JSON.stringify(next));
        return storage !== null;
      } catch {
        return false;
      }
    },
  };
}

/** Notes of a draft of the tab that a member has just this at the worker, too. */
export function noteCopy(tab: TabStore, { id }: Pick<SealedDraft, 'id'>, member: string): void {
  const { drafts } = tab.read();
  if (!drafts.some((draft) => draft.id === id)) return;
  tab.update({ drafts: drafts.map((draft) => (draft.id === id ? { ...draft, copied: member } : draft)) });
}
