import type { Tally } from '../../../src/protocol/items/kinds/tally.ts';
import { boxItem } from '../../../src/protocol/seal/authenticated-box.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { openKeyFile } from '../../../tools/keys/key-file.ts';
import { localKey } from '../../../tools/serve/local-key.ts';
import { withLocalDatabase } from '../../../tools/store/local-store.ts';
import { TEST_FOLDER, TEST_STATE } from '../../../tools/test/test-site.ts';

/** Stores tallies in the served site, sealed as its members seal them. */
export async function storeTallies(tallies: readonly Tally[]): Promise<void> {
  const key = await localKey(TEST_FOLDER);
  const opened = await openKeyFile(key.secretFile, key.passphrase);
  const [secret] = opened.ok ? opened.keys : [];
  if (!secret) throw new Error('The centre of the tests has no key');
  const pair = centrePair(secret);
  await withLocalDatabase(TEST_STATE, async (database) => {
    const rows = tallies.map((tally) => {
      const sealed = boxItem(tally, pair, pair.publicKey);
      if (!sealed) throw new Error('A tally is too large');
      return [tally.id, tally.month, Buffer.from(sealed).toString('hex')];
    });
    await database
      .prepare(
        `INSERT INTO tallies (id, month, sealed)
         SELECT value ->> 0, value ->> 1, unhex(value ->> 2) FROM json_each(?)`,
      )
      .bind(JSON.stringify(rows))
      .run();
  });
}
