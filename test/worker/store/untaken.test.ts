import { env } from 'cloudflare:workers';
import { beforeEach, expect, it } from 'vitest';
import { changeStanding } from '../../../functions/store/standing.ts';
import { markRead } from '../../../functions/store/threads.ts';
import { throwAway } from '../../../functions/store/thrown.ts';
import { countUntaken } from '../../../functions/store/untaken.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { ask } from '../support/ask.ts';
import { countedStore } from '../support/counted-store.ts';
import { storeJunk } from '../support/junk.ts';
import { joinedMember } from '../support/member.ts';
import { sentReferral } from '../support/referral.ts';
import { emptyStore } from '../support/rows.ts';

beforeEach(emptyStore);

const untaken = (at = 2000) => countUntaken(env.DB, 2000, at);

it('counts what nobody has taken or read or thrown away, and its bytes', async () => {
  const { body } = await joinedMember();
  const [read = '', taken = '', thrown = ''] = [
    ...(await storeJunk(2, { bytes: 3000 })),
    ...(await storeJunk(3, { bytes: 1000 })),
  ];
  expect(await untaken()).toEqual({ threads: 5, bytes: 9000 });
  await markRead(env.DB, [read], 2000);
  expect(await untaken()).toEqual({ threads: 4, bytes: 6000 });
  const stand = (rev: number, owner: string | null, said: ReturnType<typeof entry>) =>
    changeStanding(env.DB, { id: taken, rev, owner, closed: false, entry: said });
  const entry = (seq: number) => {
    const sealed = new Uint8Array(10);
    return { id: randomId(), seq, sealed, memberId: body.id, at: 2000 };
  };
  await stand(0, body.id, entry(1));
  expect(await untaken()).toEqual({ threads: 3, bytes: 3000 });
  await throwAway(env.DB, { id: randomId(), threads: [{ id: thrown, rev: 0 }] }, body.id, 2000);
  expect(await untaken()).toEqual({ threads: 2, bytes: 2000 });
  // What is given back waits again, unless it was read meanwhile.
  await stand(1, null, entry(2));
  expect(await untaken()).toEqual({ threads: 3, bytes: 5000 });
});

it('reads of any flood no more than makes one, and of what was read or taken nothing', async () => {
  const ids = await storeJunk(2000);
  for (let at = 0; at < ids.length; at += 500) await markRead(env.DB, ids.slice(at, at + 500), 2000);
  await storeJunk(300);
  const { db, read } = countedStore();
  expect(await countUntaken(db, 1000, 0)).toMatchObject({ threads: 300 });
  // Looking for what was deleted reads one row where there is none.
  expect(read()).toBeLessThanOrEqual(301);
  const before = read();
  expect(await countUntaken(db, 20, 0)).toMatchObject({ threads: 20 });
  expect(read() - before).toBeLessThanOrEqual(21);
});

it('counts for an hour what was deleted before anybody read it, and not what had been read', async () => {
  const [unread, read] = [await sentReferral(), await sentReferral()];
  await markRead(env.DB, [read.id], 2000);
  for (const { headers } of [unread, read])
    expect((await ask('/api/mailbox', { method: 'DELETE', headers })).status).toBe(200);
  const at = Math.floor(Date.now() / 1000);
  expect(await untaken(at)).toEqual({ threads: 1, bytes: 0 });
  expect(await untaken(at + 3601)).toEqual({ threads: 0, bytes: 0 });
});
