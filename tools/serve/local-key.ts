import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { createKeyFile, readKeyFile } from '../keys/key-file.ts';

/** Where a throw-away centre key stands, with the passphrase that opens it beside it. */
export type LocalKey = { secretFile: string; publicFile: string; passphrase: string };

/** The throw-away key in a folder, drawn on first use. A production build refuses it. */
export async function localKey(folder: string): Promise<LocalKey> {
  const secretFile = `${folder}/centre-key.secret.json`;
  const publicFile = `${folder}/centre-key.public.json`;
  const passphraseFile = `${folder}/centre-key.passphrase`;
  // One that can't be read, or was made by an older version, opens nothing: it makes room.
  const drawn = readKeyFile(secretFile).ok && existsSync(publicFile) && existsSync(passphraseFile);
  if (!drawn) {
    mkdirSync(folder, { recursive: true });
    const passphrase = `local-${toBase64url(crypto.getRandomValues(new Uint8Array(12)))}`;
    writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
    await createKeyFile('local', passphrase, secretFile, publicFile);
  }
  return { secretFile, publicFile, passphrase: readFileSync(passphraseFile, 'utf8').trim() };
}
