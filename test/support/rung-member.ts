import { sealAddress } from '../../functions/secrets/sealed-address.ts';
import { randomId } from '../../src/protocol/wire/random-id.ts';
import { localSecrets } from '../../tools/serve/local-secrets.ts';
import { withLocalDatabase } from '../../tools/store/local-store.ts';

/** Puts a member into a local store whose telephone, of that number, was once heard to ring. */
export async function addMember(state: string, number: string): Promise<void> {
  const [member, way] = [randomId(), randomId()];
  const address = await sealAddress(localSecrets(state), way, number);
  const bytes = Buffer.from(address ?? '', 'base64url').toString('hex');
  await withLocalDatabase(state, async (database) => {
    await database
      .prepare(
        `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at)
         VALUES (?, 'Ana', 'ana', 'Ana', 'ana', 'member', zeroblob(32), 1)`,
      )
      .bind(member)
      .run();
    await database
      .prepare(
        `INSERT INTO bell_ways (id, member_id, channel, made_at, proved_at, address) VALUES (?, ?, 'call', 1, 1, unhex(?))`,
      )
      .bind(way, member, bytes)
      .run();
  });
}
