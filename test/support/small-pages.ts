import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { describeCentreKey } from '../../src/protocol/wire/centre-key.ts';

/**
 * Writes into a folder the least that a site can be served from: a page, and a centre key drawn for it. Gives the public
 * key, base64url.
 */
export function writeSmallPages(folder: string): string {
  const key = describeCentreKey(nacl.box.keyPair().publicKey);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>-</title>');
  writeFileSync(join(folder, 'key.json'), JSON.stringify(key));
  return key.publicKey;
}
