import { sealAddress } from '../../functions/secrets/sealed-address.ts';
import type { PushAddress } from '../../src/protocol/wire/api/bell-ways.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import { localSecrets } from '../../tools/serve/local-secrets.ts';
import { withLocalDatabase } from '../../tools/store/local-store.ts';

/** A way to ring a member, by where it leads: a telephone number, or a device with its keys. */
export type RungWay = { channel: 'call'; address: string } | { channel: 'push'; address: PushAddress };

/** Puts a member into a local store whose telephone, of that number, was once heard to ring. */
export const addMember = (state: string, number: string): Promise<void> =>
  addRungMember(state, [{ channel: 'call', address: number }]);

/** The same by ways of any channel; `first`: who is on duty from now on. */
export async function addRungMember(
  state: string,
  ways: readonly RungWay[],
  duty: 'first' | 'none' = 'none',
): Promise<void> {
  const member = randomId();
  const secrets = localSecrets(state);
  await withLocalDatabase(state, async (database) => {
    await database
      .prepare(
        `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at)
         VALUES (?, 'Ana', 'ana', 'Ana', 'ana', 'member', zeroblob(32), 1)`,
      )
      .bind(member)
      .run();
    const at = Math.floor(Date.now() / 1000);
    for (const { channel, address } of ways) {
      const way = randomId();
      const text = channel === 'call' ? address : JSON.stringify(address);
      const sealed = await sealAddress(secrets, way, text, channel);
      await database
        .prepare(
          'INSERT INTO bell_ways (id, member_id, channel, made_at, proved_at, address) VALUES (?, ?, ?, 1, ?, unhex(?))',
        )
        .bind(way, member, channel, at, Buffer.from(sealed ?? '', 'base64url').toString('hex'))
        .run();
    }
    if (duty === 'none') return;
    await database
      .prepare('INSERT INTO duty (id, rank, member_id, from_at, until_at, said_at) VALUES (?, ?, ?, ?, ?, ?)')
      .bind(randomId(), duty, member, at - 60, at + 3600, at)
      .run();
  });
}
