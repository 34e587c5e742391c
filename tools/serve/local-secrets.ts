import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';

/** The secrets of the worker, by their names in its bindings. */
const SECRETS = ['MAILBOX_SECRET'] as const;

/** A secret that is good on this computer alone: 32 bytes, base64url. */
export const throwAwaySecret = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * The secrets for a worker on this computer: what our environment sets, and throw-away ones for the rest. Those are kept in
 * the folder of its store, since what is stored can be read with the same ones only.
 */
export function localSecrets(state: string): Record<(typeof SECRETS)[number], string> {
  return Object.fromEntries(
    SECRETS.map((name) => [name, process.env[name] || keptSecret(join(state, name))]),
  ) as Record<(typeof SECRETS)[number], string>;
}

function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `${throwAwaySecret()}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
