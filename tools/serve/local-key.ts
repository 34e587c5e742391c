import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { createKeyFile } from '../keys/key-file.ts';

/** Where a throw-away centre key stands, with the passphrase that opens it beside it. */
export type LocalKey = { secretFile: string; publicFile: string; passphrase: string };

/** The throw-away key in a folder, drawn on first use. A production build refuses it. */
export async function localKey(folder: string): Promise<LocalKey> {
  const secretFile = `${folder}/centre-key.secret.json`;
  const publicFile = `${folder}/centre-key.public.json`;
  const passphraseFile = `${folder}/centre-key.passphrase`;
  if (!existsSync(secretFile) || !existsSync(publicFile) || !existsSync(passphraseFile)) {
    mkdirSync(folder, { recursive: true });
    const drawn = `local-${toBase64url(crypto.getRandomValues(new Uint8Array(12)))}`;
    writeFileSync(passphraseFile, `${drawn}\n`, { mode: 0o600 });
    await createKeyFile('local', drawn, secretFile, publicFile);
  }
  return { secretFile, publicFile, passphrase: readFileSync(passphraseFile, 'utf8').trim() };
}
