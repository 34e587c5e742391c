import { sealNextKey } from '../../../src/protocol/keys/next-key.ts';
import { ownKeyOf } from '../../../src/protocol/keys/own-key.ts';
import { derivePassphrase } from '../../../src/protocol/keys/passphrase.ts';
import { unwrapVault, type Vault, wrapVault } from '../../../src/protocol/keys/vault.ts';
import { type CentrePair, centrePair } from '../../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../../src/protocol/wire/bytes.ts';
import type { NextKeyFile } from '../../../src/protocol/wire/next-key.ts';
import { PassphraseKdf } from '../../../src/protocol/wire/passphrase-kdf.ts';
import { centreKeys, ownStore } from './own-store.ts';
import { tamper } from './tamper.ts';

type Row = { id: string; member: string; kdf: string; vault: string; newest: string | null; waiting: number };

/** The one way in of a member, by their name. */
export async function wayOf(name: string): Promise<Row> {
  const [row] = (await ownStore(
    `SELECT w.id, m.id AS member, w.kdf, hex(w.vault) AS vault, nullif(hex(w.key_id), '') AS newest,
                (SELECT count(*) FROM next_keys WHERE member_id = m.id) AS waiting
         FROM members m JOIN ways_in w ON w.member_id = m.id WHERE m.name = ?`,
    name,
  )) as Row[];
  if (!row) throw new Error('no such member');
  return row;
}

const bytes = (text: string | undefined) => fromBase64url(text ?? '') ?? new Uint8Array();

/** A member as they were before the site's last rotation: what they lack now, and what brings it to them. */
export type BeforeRotation = {
  newest: CentrePair;
  /** Sets their vault back to what it was. */
  setBack: () => Promise<void>;
  /** The file that hands the newest key on to them. */
  file: NextKeyFile;
  /** The vault of their way in, as it was when this was asked for, and what one reads in the store. */
  whole: Vault | null;
  read: (hex: string) => Vault | null;
};

/** Reads the vault of a member who has one way in, by their passphrase. */
export async function beforeRotation(name: string, passphrase: string): Promise<BeforeRotation> {
  const [newest, before] = (await centreKeys()).map(centrePair);
  if (!newest || !before) throw new Error('The served site has been through no rotation');
  const way = await wayOf(name);
  const { wrappingKey } = await derivePassphrase(passphrase, PassphraseKdf.parse(JSON.parse(way.kdf)));
  const read = (hex: string) => unwrapVault(new Uint8Array(Buffer.from(hex, 'hex')), wrappingKey);
  const whole = read(way.vault);
  const own = ownKeyOf(bytes(whole?.own));
  const old: Vault = { ...(whole ?? { v: 2, keys: [] }), keys: whole?.keys.slice(1) ?? [] };
  const sealed = sealNextKey(newest, { id: way.member, boxKey: toBase64url(own.publicKey) }, before);
  if (!sealed) throw new Error('The next key can not be sealed to this member');
  return {
    newest,
    whole,
    read,
    setBack: () =>
      tamper('UPDATE ways_in SET vault = ?, key_id = NULL WHERE id = ?', wrapVault(old, wrappingKey), way.id),
    file: { v: 1, keyId: toBase64url(newest.keyId), sealed: [{ member: way.member, ...sealed }] },
  };
}

/** Keeps what such a file brings, as the worker does. */
export async function handOn({ keyId, sealed }: NextKeyFile): Promise<void> {
  for (const { member, signature, box } of sealed)
    await tamper(
      'INSERT OR REPLACE INTO next_keys VALUES (?, ?, ?, ?)',
      ...[member, bytes(keyId), bytes(signature), bytes(box)],
    );
}
