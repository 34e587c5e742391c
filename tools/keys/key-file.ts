import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { derivePassphrase } from '../../src/protocol/keys/passphrase.ts';
import { unwrapVault, vaultKeys, vaultOf, wrapVault } from '../../src/protocol/keys/vault.ts';
import {
  type CentrePair,
  type CentreSecret,
  centrePair,
  drawPair,
} from '../../src/protocol/seal/centre-pair.ts';
import { fromBase64url, toBase64url } from '../../src/protocol/wire/bytes.ts';
import { describeCentreKey, PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { newPassphraseKdf, PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';

/** Whether a key may serve the real site, or was made on the spot for a local one. */
export type KeyUse = PublishedKeys['use'];

/** The file that holds the secret half of each centre key under one passphrase (argon2id and secretbox). */
const KeyFile = z.object({
  v: z.literal(2),
  ...PublishedKeys.shape,
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

/** Puts a file in its place whole or not at all. A full disk leaves the old file as it was. */
function writeWhole(file: string, text: string, mode: number, before: () => void = () => {}): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode, flag: 'wx' });
    before();
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The text of both halves of a key file. */
function halves(
  use: KeyUse,
  pairs: readonly CentrePair[],
  { kdf, wrappingKey }: { kdf: PassphraseKdf; wrappingKey: Uint8Array },
): { published: PublishedKeys; secretText: string; publicText: string } {
  const published: PublishedKeys = { use, keys: pairs.map(describeCentreKey) };
  const vault = toBase64url(wrapVault(vaultOf(pairs), wrappingKey));
  const file: KeyFile = { v: 2, ...published, kdf, vault };
  const text = (json: unknown) => `${JSON.stringify(json, null, 2)}\n`;
  return { published, secretText: text(file), publicText: text(published) };
}

/**
 * Writes both halves: the public one, which anyone may read, takes its place only once the secret one, which its owner
 * alone may read, has. So no site ever carries a key that nobody holds.
 */
function writeHalves(
  secretFile: string,
  publicFile: string,
  { published, secretText, publicText }: ReturnType<typeof halves>,
): PublishedKeys {
  writeWhole(publicFile, publicText, 0o644, () => writeWhole(secretFile, secretText, 0o600));
  return published;
}

/** Draws a new centre key and writes its secret half to `secretFile`, its public half to `publicFile`. */
export async function createKeyFile(
  use: KeyUse,
  passphrase: string,
  secretFile: string,
  publicFile: string,
): Promise<PublishedKeys> {
  const kdf = newPassphraseKdf();
  const { wrappingKey } = await derivePassphrase(passphrase, kdf);
  return writeHalves(secretFile, publicFile, halves(use, [drawPair()], { kdf, wrappingKey }));
}

/**
 * Writes a key file for keys that there are, newest first, under a passphrase. Its public half only where `publicFile` is
 * not there yet: the one that the site carries stays as it is.
 */
export async function restoreKeyFile(
  use: KeyUse,
  keys: readonly CentreSecret[],
  passphrase: string,
  secretFile: string,
  publicFile: string,
): Promise<PublishedKeys> {
  const kdf = newPassphraseKdf();
  const { wrappingKey } = await derivePassphrase(passphrase, kdf);
  const made = halves(use, keys.map(centrePair), { kdf, wrappingKey });
  if (!existsSync(publicFile)) return writeHalves(secretFile, publicFile, made);
  writeWhole(secretFile, made.secretText, 0o600);
  return made.published;
}

/**
 * Draws the next key beside those of a key file that is open: it comes first in both halves, and those before stay behind
 * it. `handOn` makes what hands it to others, of the next key and the one before: its file stands when both halves do.
 */
export function rotateOpened(
  { keys, file, wrappingKey }: OpenedKeyFile,
  secretFile: string,
  publicFile: string,
  handOn: { file: string; content: (next: CentreSecret, before: CentreSecret) => unknown } | null = null,
): PublishedKeys {
  const next = drawPair();
  const made = halves(file.use, [next, ...keys.map(centrePair)], { kdf: file.kdf, wrappingKey });
  const [before] = keys;
  if (!handOn || !before) return writeHalves(secretFile, publicFile, made);
  const text = `${JSON.stringify(handOn.content(next, before), null, 2)}\n`;
  writeWhole(handOn.file, text, 0o600, () => writeHalves(secretFile, publicFile, made));
  return made.published;
}

/** Draws the next key beside those of a key file that its passphrase opens. */
export async function rotateKeyFile(
  passphrase: string,
  secretFile: string,
  publicFile: string,
): Promise<{ ok: true; published: PublishedKeys } | { ok: false; code: KeyFileFault }> {
  const opened = await openKeyFile(secretFile, passphrase);
  return opened.ok ? { ok: true, published: rotateOpened(opened, secretFile, publicFile) } : opened;
}

/** Reads a key file without opening it: enough to show its fingerprints. */
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

/** A key file that is open: its keys, newest first, and what wraps them. */
export type OpenedKeyFile = { keys: CentreSecret[]; file: KeyFile; wrappingKey: Uint8Array };

/** Opens a key file with its passphrase. */
export async function openKeyFile(
  file: string,
  passphrase: string,
): Promise<({ ok: true } & OpenedKeyFile) | { ok: false; code: KeyFileFault }> {
  const read = readKeyFile(file);
  if (!read.ok) return read;
  const wrapped = fromBase64url(read.file.vault);
  if (!wrapped) return { ok: false, code: 'not_a_key_file' };
  const { wrappingKey } = await derivePassphrase(passphrase, read.file.kdf);
  const vault = unwrapVault(wrapped, wrappingKey);
  if (!vault) return { ok: false, code: 'wrong_passphrase' };
  return { ok: true, keys: vaultKeys(vault), file: read.file, wrappingKey };
}
