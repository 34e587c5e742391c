import nacl from 'tweetnacl';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDraftKeeper } from '../../../../src/desk/drafts/draft-keeper.ts';
import { createTabStore, type TabStorage } from '../../../../src/desk/drafts/tab-store.ts';
import { DRAFT_LIMIT } from '../../../../src/protocol/items/kinds/draft.ts';
import { drawPair } from '../../../../src/protocol/seal/centre-pair.ts';
import { randomId } from '../../../../src/protocol/wire/random-id.ts';
import { unlockedVault } from '../surroundings.ts';

// Stands in for argon2id, which takes seconds and is tested with the protocol.
vi.mock('../../../../src/protocol/keys/passphrase.ts', () => ({
  derivePassphrase: async (passphrase: string, { salt }: { salt: string }) => {
    const hash = nacl.hash(new TextEncoder().encode(salt + passphrase));
    return { wrappingKey: hash.slice(0, 32), signingSeed: hash.slice(32) };
  },
}));

// Other files of this run may have loaded the real one, and are to get it again.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A tab's own storage, and what stands in it. */
function storageOf(fails = false) {
  const kept = new Map<string, string>();
  const storage: TabStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (fails) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
  return { storage, text: () => [...kept].join() };
}

const centre = drawPair();
const WORDS = 'Kom niet naar de Kiekenmarkt';
const [thread, other] = [randomId(), randomId()];

describe('what is being written', () => {
  it('is sealed within half a second, and opens for the next session of the same centre', async () => {
    const { storage, text } = storageOf();
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    keeper.write(thread, { text: 'Kom niet' });
    keeper.write(thread, { text: WORDS });
    keeper.write(other, { text: 'Bonjour', tried: { id: other, text: 'Bonjour' } });
    expect(text()).toBe('');
    await vi.advanceTimersByTimeAsync(500);
    await keeper.settle(thread);
    for (const word of ['Kom niet', 'Kiekenmarkt', 'Bonjour']) expect(text()).not.toContain(word);

    const next = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    const restored = await next.restore();
    expect(restored.open).toBe(thread);
    expect(Object.fromEntries(restored.drafts)).toEqual({
      [thread]: { text: WORDS },
      [other]: { text: 'Bonjour', tried: { id: other, text: 'Bonjour' } },
    });
    // It stays until it is sent or discarded: the next session may crash as well.
    const third = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    expect((await third.restore()).drafts.size).toBe(2);
    third.write(thread, { text: ' ' });
    third.write(other, { text: '' });
    expect(text()).toBe('');
  });

  it('is sealed at once when the page is hidden, and by locking, which notes what was open as well', async () => {
    const { storage } = storageOf();
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    keeper.write(thread, { text: WORDS });
    await keeper.flush();
    expect(createTabStore(storage).read()).toMatchObject({ drafts: [{ thread }], open: null });
    keeper.write(other, { text: WORDS });
    await keeper.settle(other);
    expect(createTabStore(storage).read()).toMatchObject({
      drafts: [{ thread }, { thread: other }],
      open: other,
    });
  });

  it('does not come back when it was sent while it was being sealed', async () => {
    const { storage, text } = storageOf();
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    keeper.write(thread, { text: WORDS });
    const sealing = keeper.settle(null);
    keeper.write(thread, { text: '' });
    await sealing;
    expect(text()).toBe('');
  });

  it('is not sealed as it was before the last letter', async () => {
    const { storage } = storageOf();
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    keeper.write(thread, { text: 'Kom niet' });
    const sealing = keeper.settle(null);
    keeper.write(thread, { text: WORDS });
    await sealing;
    await keeper.settle(null);
    const { drafts } = await createDraftKeeper(
      await unlockedVault(centre),
      createTabStore(storage),
    ).restore();
    expect(drafts.get(thread)).toEqual({ text: WORDS });
  });

  it('of another centre stays for its own members, and is not shown', async () => {
    const { storage } = storageOf();
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    keeper.write(thread, { text: WORDS });
    await keeper.settle(thread);
    const stranger = await unlockedVault(drawPair());
    expect((await createDraftKeeper(stranger, createTabStore(storage)).restore()).drafts.size).toBe(0);
    const own = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
    expect((await own.restore()).drafts.size).toBe(1);
  });

  it('that can’t be kept is said: storage is full or closed, or the text too long', async () => {
    for (const storage of [storageOf(true).storage, null]) {
      const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storage));
      expect(keeper.safe()).toBe(true);
      keeper.write(thread, { text: WORDS });
      await keeper.settle(null);
      expect(keeper.safe()).toBe(false);
    }
    const keeper = createDraftKeeper(await unlockedVault(centre), createTabStore(storageOf().storage));
    keeper.write(thread, { text: '\u0000'.repeat(DRAFT_LIMIT) });
    await keeper.settle(null);
    expect(keeper.safe()).toBe(false);
    // What is kept in another thread makes it no safer, and neither does what was sent there.
    keeper.write(other, { text: WORDS });
    await keeper.settle(null);
    keeper.write(other, { text: '' });
    expect(keeper.safe()).toBe(false);
    keeper.write(thread, { text: WORDS });
    await keeper.settle(null);
    expect(keeper.safe()).toBe(true);
  });
});

describe('what a tab keeps', () => {
  it('is nothing where nothing is to be kept, or what stands there is not ours', () => {
    const { storage, text } = storageOf();
    storage?.setItem('desk', '{"drafts":"x"}');
    const tab = createTabStore(storage);
    expect(tab.read()).toEqual({ drafts: [], open: null, ended: false, signOuts: [] });
    tab.update({ ended: true });
    tab.update({ ended: false });
    expect(text()).toBe('');
  });
});
