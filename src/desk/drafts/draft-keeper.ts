import { ITEM_VERSION } from '../../protocol/items/fields.ts';
import type { Draft as DraftItem } from '../../protocol/items/kinds/draft.ts';
import { randomId } from '../../protocol/wire/random-id.ts';
import type { VaultClient } from '../vault/client.ts';
import type { Copies } from './copies.ts';
import type { SealedDraft, TabStore } from './tab-store.ts';

/**
 * What of a member's work in a thread is kept: the text of an answer, and the last try of sending it that nobody can be
 * sure of; a note; calls of which nobody has said what came of them; what is filled in to pass the case on, or of its
 * next step.
 */
export type Kept = Pick<DraftItem, 'text' | 'tried' | 'note' | 'calls' | 'passing' | 'step'>;

/** Whether there is nothing in it that anybody would miss. */
export const isEmpty = ({ text, note, ...begun }: Kept) =>
  text.trim() === '' &&
  (note?.text.trim() ?? '') === '' &&
  [begun.calls, begun.passing, begun.step].every((one) => one === undefined);

/**
 * What was written on other devices: the drafts that are not here, and whether each is newer than what was restored here;
 * and the threads of which the member has sent or discarded there what was restored here.
 */
export type Elsewhere = { drafts: Map<string, { kept: Kept; newer: boolean }>; gone: readonly string[] };

/** Seals what is being written, so that it outlives the lock, a reload and most crashes. */
export type DraftKeeper = {
  /** Opens what an earlier session of this tab left behind: drafts by their thread, and the thread that was open. */
  restore: () => Promise<{ drafts: Map<string, Kept>; open: string | null }>;
  /** Asks, after that, what the member began on other devices, and gives it to `arrive`: the desk is open meanwhile. */
  elsewhere: (arrive: (elsewhere: Elsewhere) => void) => Promise<void>;
  /** Leaves what another device has of a thread there while `on`, whatever is written here. */
  leaveThere: Copies['leave'];
  /** Notes what is now begun in a thread. It is sealed within half a second; what is empty is forgotten at once. */
  write: (thread: string, kept: Kept) => void;
  /** Seals what is not sealed yet, at once. */
  flush: () => Promise<void>;
  /** The same before locking; notes the thread that is open. Resolves when that is done or has failed. */
  settle: (open: string | null) => Promise<void>;
  /** Whether all that was written could be kept when it was last tried. */
  safe: () => boolean;
};

/** What a draft keeps, without what it is sealed with. */
function keptOf({ text, tried, note, calls, passing, step }: DraftItem): Kept {
  return {
    text,
    ...(tried && { tried }),
    ...(note && { note }),
    ...(calls && { calls }),
    ...(passing !== undefined && { passing }),
    ...(step !== undefined && { step }),
  };
}

/** Milliseconds after which something new is sealed: what a crash can cost. */
const SOON = 500;

/** Copies that are kept nowhere. */
const NO_COPIES: Copies = {
  fetch: () => Promise.resolve(),
  leave: () => {},
  put: () => {},
  remove: () => {},
  flush: () => Promise.resolve(),
};

/** Makes the keeper of one session's drafts. `copies`: where a member (`me`) finds them on another device; `now` gives Unix seconds. */
export function createDraftKeeper(
  vault: VaultClient,
  tab: TabStore,
  { me, copies }: { me: string; copies: Copies } = { me: '', copies: NO_COPIES },
  now: () => number = () => Math.floor(Date.now() / 1000),
): DraftKeeper {
  const written = new Map<string, Kept>();
  const unsealed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work = Promise.resolve();
  /** The threads of which what was written last could not be kept. */
  const unsafe = new Set<string>();
  /** What was restored, by its id, and when each thread was last written on. */
  const restored = new Set<string>();
  const since = new Map<string, number>();

  const put = (thread: string, sealed: SealedDraft | null): boolean => {
    const others = tab.read().drafts.filter((draft) => draft.thread !== thread);
    const kept = tab.update({ drafts: sealed ? [...others, sealed] : others });
    if (sealed) copies.put(sealed);
    else copies.remove(thread);
    return kept;
  };

  /** Opens what rests, the newest first: of two of one thread the one counts that was written last. */
  const openAll = async (drafts: readonly Omit<SealedDraft, 'copied'>[]): Promise<DraftItem[]> => {
    if (drafts.length === 0) return [];
    const opened = await vault.open(drafts.map((draft) => ({ ...draft, from: 'centre' })));
    if (!opened.ok) return [];
    // What does not open is another centre's, and waits for its own member.
    const items = opened.opened.flatMap((one) => (one.ok && one.item.kind === 'draft' ? one.item : []));
    return items.sort((one, other) => other.at - one.at);
  };

  const sealOne = async (thread: string): Promise<boolean> => {
    unsealed.delete(thread);
    const kept = written.get(thread);
    if (!kept) return true;
    const id = randomId();
    const sealed = await vault.keep({ v: ITEM_VERSION, kind: 'draft', thread, id, at: now(), ...kept });
    // Sent or changed meanwhile: what was just sealed is of the past.
    if (written.get(thread) !== kept) return true;
    return sealed.ok && put(thread, { thread, id, envelope: sealed.envelope });
  };

  const sealAll = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    work = work.then(async () => {
      for (const thread of [...unsealed]) {
        if (await sealOne(thread)) unsafe.delete(thread);
        else unsafe.add(thread);
      }
    });
    return work;
  };

  return {
    async restore() {
      const { open, drafts } = tab.read();
      tab.update({ open: null });
      const found = new Map<string, Kept>();
      for (const item of await openAll(drafts)) {
        restored.add(item.id);
        if (found.has(item.thread)) continue;
        const kept = keptOf(item);
        found.set(item.thread, kept);
        since.set(item.thread, item.at);
        if (!written.has(item.thread)) written.set(item.thread, kept);
      }
      return { drafts: found, open };
    },
    elsewhere: (arrive) =>
      copies.fetch(async (there) => {
        const isThere = ({ id }: SealedDraft) => there.some((draft) => draft.id === id);
        const here = tab.read().drafts.map((draft) => (isThere(draft) ? { ...draft, copied: me } : draft));
        tab.update({ drafts: here });
        const gone = here
          .filter(({ thread, copied }) => copied === me && !there.some((draft) => draft.thread === thread))
          .map(({ thread }) => thread);
        const items = await openAll(there.filter(({ id }) => !restored.has(id)));
        const found = items.map((item) => {
          const newer = item.at > (since.get(item.thread) ?? 0);
          return [item.thread, { kept: keptOf(item), newer }] as const;
        });
        arrive({ drafts: new Map(found), gone });
      }),
    leaveThere: copies.leave,
    write(thread, kept) {
      if (isEmpty(kept)) {
        written.delete(thread);
        unsealed.delete(thread);
        unsafe.delete(thread);
        put(thread, null);
        return;
      }
      written.set(thread, kept);
      unsealed.add(thread);
      timer ??= setTimeout(() => void sealAll(), SOON);
    },
    async flush() {
      await sealAll();
      void copies.flush();
    },
    async settle(open) {
      await sealAll();
      tab.update({ open });
      await copies.flush();
    },
    safe: () => unsafe.size === 0,
  };
}
