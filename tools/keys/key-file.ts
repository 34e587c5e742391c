import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import nacl from 'tweetnacl';
import * as z from 'zod';
import { derivePassphrase } from '../../src/protocol/keys/passphrase.ts';
import { unwrapVault, vaultKeys, wrapVault } from '../../src/protocol/keys/vault.ts';
import { fromBase64url, toBase64url } from '../../src/protocol/wire/bytes.ts';
import { CentrePublicKey, describeCentreKey } from '../../src/protocol/wire/centre-key.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';

/** Whether a key may serve the real site, or was made on the spot for a local one. */
export type KeyUse = 'production' | 'local';

/** The file that holds a centre key's secret half under a passphrase (argon2id and secretbox). */
const KeyFile = z.object({
  v: z.literal(1),
  use: z.enum(['production', 'local']),
  ...CentrePublicKey.shape,
  kdf: PassphraseKdf,
  vault: z.string(),
});
export type KeyFile = z.infer<typeof KeyFile>;

/** Why a key file gives no secret key. */
export type KeyFileFault = 'no_such_file' | 'not_a_key_file' | 'wrong_passphrase';

/** What to tell the person at the terminal. */
export const keyFileFaults: Record<KeyFileFault, string> = {
  no_such_file: 'There is no such key file.',
  not_a_key_file: 'This file is not a centre key file, or it is damaged.',
  wrong_passphrase: 'The passphrase does not open this key file.',
};

/** Writes a file whole or not at all, readable by its owner alone. A full disk leaves the old file as it was. */
function writePrivately(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Draws a new centre key and writes its secret half to `secretFile`, its public half to `publicFile`. */
export async function createKeyFile(
  use: KeyUse,
  passphrase: string,
  secretFile: string,
  publicFile: string,
): Promise<CentrePublicKey> {
  const pair = nacl.box.keyPair();
  const described = describeCentreKey(pair.publicKey);
  const kdf = newPassphraseKdf();
  const { wrappingKey } = await derivePassphrase(passphrase, kdf);
  const vault = toBase64url(wrapVault({ v: 1, secretKeys: [toBase64url(pair.secretKey)] }, wrappingKey));
  const file: KeyFile = { v: 1, use, ...described, kdf, vault };
  writePrivately(secretFile, `${JSON.stringify(file, null, 2)}\n`);
  writeFileSync(publicFile, `${JSON.stringify({ use, ...described }, null, 2)}\n`);
  return described;
}

/** Reads a key file without opening it: enough to show its fingerprint. */
export function readKeyFile(file: string): { ok: true; file: KeyFile } | { ok: false; code: KeyFileFault } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { ok: false, code: 'no_such_file' };
  }
  try {
    return { ok: true, file: KeyFile.parse(JSON.parse(text)) };
  } catch {
    return { ok: false, code: 'not_a_key_file' };
  }
}

/** Opens a key file with its passphrase. Gives the secret keys, 32 bytes each, newest first. */
export async function openKeyFile(
  file: string,
  passphrase: string,
): Promise<{ ok: true; secretKeys: Uint8Array[] } | { ok: false; code: KeyFileFault }> {
  const read = readKeyFile(file);
  if (!read.ok) return read;
  const wrapped = fromBase64url(read.file.vault);
  if (!wrapped) return { ok: false, code: 'not_a_key_file' };
  const { wrappingKey } = await derivePassphrase(passphrase, read.file.kdf);
  const vault = unwrapVault(wrapped, wrappingKey);
  return vault ? { ok: true, secretKeys: vaultKeys(vault) } : { ok: false, code: 'wrong_passphrase' };
}
