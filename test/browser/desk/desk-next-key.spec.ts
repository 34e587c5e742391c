import { expect } from '@playwright/test';
import { sealNextKey } from '../../../src/protocol/keys/next-key.ts';
import { ownKeyOf } from '../../../src/protocol/keys/own-key.ts';
import { derivePassphrase } from '../../../src/protocol/keys/passphrase.ts';
import { unwrapVault, type Vault, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import { PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { sentence, ui } from '../../support/ui.ts';
import { deskOn } from '../parts/desk.ts';
import { nameOf, openCase, refer } from '../support/case.ts';
import { join, signIn } from '../support/member.ts';
import { centreKeys, ownStore } from '../support/own-store.ts';
import { tamper } from '../support/tamper.ts';
import { test } from '../support/test.ts';

type Row = { id: string; member: string; kdf: string; vault: string; newest: string | null; waiting: number };

/** The one way in of a member, by their name. */
const wayOf = async (name: string) => {
  const [row] = (await ownStore(
    `SELECT w.id, m.id AS member, w.kdf, hex(w.vault) AS vault, nullif(hex(w.key_id), '') AS newest,
                (SELECT count(*) FROM next_keys WHERE member_id = m.id) AS waiting
         FROM members m JOIN ways_in w ON w.member_id = m.id WHERE m.name = ?`,
    name,
  )) as Row[];
  if (!row) throw new Error('no such member');
  return row;
};

const bytes = (text: string | undefined) => fromBase64url(text ?? '') ?? new Uint8Array();

test('after a rotation a vault takes the next key in at sign-in, and reads and answers what is sealed to it', async ({
  page,
  request,
}) => {
  test.setTimeout(240_000);
  const name = nameOf('Next');
  const passphrase = await join(page, 'en', name);
  await deskOn(page).lock.click();
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });

  // The vault is set back to what it was before the site's last rotation.
  const [newest, before] = (await centreKeys()).map(centrePair);
  if (!newest || !before) throw new Error('The served site has been through no rotation');
  const way = await wayOf(name);
  const { wrappingKey } = await derivePassphrase(passphrase, PassphraseKdf.parse(JSON.parse(way.kdf)));
  const read = (hex: string) => unwrapVault(new Uint8Array(Buffer.from(hex, 'hex')), wrappingKey);
  const whole = read(way.vault);
  const own = ownKeyOf(bytes(whole?.own));
  const old: Vault = { ...(whole ?? { v: 2, keys: [] }), keys: whole?.keys.slice(1) ?? [] };
  const sealed = sealNextKey(newest, { id: way.member, boxKey: toBase64url(own.publicKey) }, before);
  const setBack = async (handOn: boolean) => {
    await tamper(
      'UPDATE ways_in SET vault = ?, key_id = NULL WHERE id = ?',
      wrapVault(old, wrappingKey),
      way.id,
    );
    if (handOn)
      await tamper(
        'INSERT OR REPLACE INTO next_keys VALUES (?, ?, ?, ?)',
        ...[way.member, newest.keyId],
        bytes(sealed?.signature),
        bytes(sealed?.box),
      );
  };

  // Without it the desk says what is missing.
  const lacks = page.getByRole('alert').filter({ hasText: sentence(ui('en', 'desk').alerts.keyless) });
  await setBack(false);
  await signIn(page, name, passphrase);
  await expect(lacks).toBeVisible();
  await deskOn(page).lock.click();
  await expect(deskOn(page).signIn).toBeVisible({ timeout: 30_000 });

  await setBack(true);
  expect((await wayOf(name)).waiting).toBe(1);
  const id = await refer(request);
  await signIn(page, name, passphrase);
  await openCase(page, id);
  await expect(lacks).toHaveCount(0);
  await expect.poll(async () => (await wayOf(name)).waiting).toBe(0);
  const after = await wayOf(name);
  expect(after.newest).toBe(Buffer.from(newest.keyId).toString('hex').toUpperCase());
  expect(read(after.vault)).toEqual(whole);
});
