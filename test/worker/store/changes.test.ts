import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertFromDesk, insertFromReporter } from '../../../functions/store/messages.ts';
import { changeStanding, type Standing } from '../../../functions/store/standing.ts';
import { insertThread, markRead } from '../../../functions/store/threads.ts';
import { bringBack, throwAway } from '../../../functions/store/thrown.ts';
import { deleteByMailbox } from '../../../functions/store/tombstones.ts';
import { digestOf } from '../../../src/protocol/wire/digest.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { storeJunk } from '../support/junk.ts';
import { joinedMember } from '../support/member.ts';
import { recordedStore } from '../support/recorded-store.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const bytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const at = 1_700_000_000;

const newThread = () => ({
  id: randomId(),
  keyId: bytes(8),
  sealed: bytes(100),
  mailboxHash: bytes(32),
  salt: bytes(44),
  receivedAt: at,
});

const entryOf = (memberId: string, seq: number) => ({ id: randomId(), seq, sealed: bytes(10), memberId, at });

/** Says how an open thread stands. */
const stand = (standing: Omit<Standing, 'closed'>) => changeStanding(env.DB, { ...standing, closed: false });

/** The first message of a thread's reporter. */
const messageIn = ({ sealed }: { sealed: Uint8Array }) => ({
  ...{ id: randomId(), sealed: bytes(10), at, seq: 1 },
  ...{ prev: digestOf(sealed), mac: bytes(32) },
});

const last = () => env.DB.prepare('SELECT n FROM changes').first<number>('n');

/** The numbers of the threads, by id. */
async function numbers(): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare('SELECT id, changed FROM threads').all<{
    id: string;
    changed: number;
  }>();
  return Object.fromEntries(results.map(({ id, changed }) => [id, changed]));
}

describe('a change that the desk sees', () => {
  it('takes the next number, whatever it is', async () => {
    const { id: memberId } = (await joinedMember()).body;
    const { id, ...rest } = newThread();
    const changes = [
      () => insertThread(env.DB, { id, ...rest }),
      () => stand({ id, rev: 0, owner: memberId, entry: entryOf(memberId, 1) }),
      () => stand({ id, rev: 1, owner: null, entry: entryOf(memberId, 2) }),
      () => insertFromReporter(env.DB, rest.mailboxHash, messageIn(rest)),
      () => markRead(env.DB, [id], at),
      () => throwAway(env.DB, { id, threads: [{ id, rev: 3 }] }, memberId, at),
      () => bringBack(env.DB, id),
      () => stand({ id, rev: 5, owner: memberId, entry: entryOf(memberId, 3) }),
      () =>
        insertFromDesk(env.DB, {
          id: randomId(),
          sealed: bytes(10),
          at,
          seq: 1,
          threadId: id,
          memberId,
          rev: 6,
        }),
    ];
    for (const change of changes) {
      const before = (await last()) ?? 0;
      await change();
      expect([await numbers(), await last()]).toEqual([{ [id]: before + 1 }, before + 1]);
    }
    const { rev } = (await env.DB.prepare('SELECT rev FROM threads').first()) ?? {};
    expect(rev).toBe(7);
  });

  it('takes no number where nothing changes', async () => {
    const { id: memberId } = (await joinedMember()).body;
    const thread = newThread();
    await insertThread(env.DB, thread);
    const before = await last();
    const { id } = thread;
    await insertThread(env.DB, thread);
    await stand({ id, rev: 9, owner: memberId, entry: entryOf(memberId, 1) });
    await throwAway(env.DB, { id, threads: [{ id, rev: 9 }] }, memberId, at);
    await bringBack(env.DB, id);
    await markRead(env.DB, [randomId()], at);
    await deleteByMailbox(env.DB, bytes(32), at);
    await insertFromDesk(env.DB, { id, sealed: bytes(10), at, seq: 1, threadId: id, memberId, rev: 9 });
    expect(await last()).toBe(before);
  });

  it('gives each of many rows a number of its own, beyond all that were there', async () => {
    const { id: memberId } = (await joinedMember()).body;
    const ids = await storeJunk(40);
    const id = randomId();
    const change = async (work: () => Promise<unknown>) => {
      const before = (await last()) ?? 0;
      await work();
      const given = Object.values(await numbers());
      expect(new Set(given).size).toBe(40);
      expect(Math.min(...given)).toBeGreaterThan(before);
      expect(await last()).toBe(Math.max(...given));
    };
    await change(() =>
      throwAway(env.DB, { id, threads: ids.map((one) => ({ id: one, rev: 0 })) }, memberId, at),
    );
    await change(() => bringBack(env.DB, id));
  });

  it('never gets a number again that a deleted row had', async () => {
    const [gone, next] = [newThread(), newThread()];
    await insertThread(env.DB, gone);
    const before = (await last()) ?? 0;
    await deleteByMailbox(env.DB, gone.mailboxHash, at);
    await insertThread(env.DB, next);
    // That it was deleted is a change too.
    expect(await numbers()).toEqual({ [next.id]: before + 2 });
  });

  it('cannot go by without a number', async () => {
    await storeJunk(1);
    const unseen = env.DB.prepare('UPDATE threads SET rev = rev + 1').run();
    await expect(unseen).rejects.toThrow('takes the next number');
  });
});

it('looks what is stored only where something is', async () => {
  const { db, prepared } = recordedStore();
  const thread = newThread();
  expect([await insertThread(db, thread), prepared.length]).toEqual(['stored', 1]);
  expect([await insertThread(db, thread), prepared.length]).toEqual(['repeated', 3]);
  const other = { ...thread, sealed: bytes(100) };
  expect([await insertThread(db, other), prepared.length]).toEqual(['taken', 5]);
  const message = messageIn(thread);
  const send = () => insertFromReporter(db, thread.mailboxHash, message);
  expect([await send(), prepared.length]).toEqual(['stored', 7]);
  expect([await send(), prepared.length]).toEqual(['repeated', 10]);
});
