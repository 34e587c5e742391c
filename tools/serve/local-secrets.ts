import { createECDH } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';

/** A secret that is good on this computer alone: 32 bytes, base64url. */
export const throwAwaySecret = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)));

/** One that signs webhooks, as Standard Webhooks spells it. */
const webhookSecret = () => `whsec_${Buffer.from(throwAwaySecret(), 'base64url').toString('base64')}`;

/** A pair of keys that signs Web Push: a point on P-256 and its secret number, one behind the other (RFC 8292). */
export function vapidKey(): string {
  const pair = createECDH('prime256v1');
  const point = pair.generateKeys();
  return toBase64url(
    Uint8Array.from([...point, ...Buffer.from(pair.getPrivateKey('hex').padStart(64, '0'), 'hex')]),
  );
}

/** The secrets of the worker, by their names in its bindings, with what draws each. */
const SECRETS = {
  MAILBOX_SECRET: throwAwaySecret,
  ALERT_SECRET: throwAwaySecret,
  PULSE_TOKEN: throwAwaySecret,
  WEBHOOK_SECRET: webhookSecret,
  VAPID_KEY: vapidKey,
} as const;

/**
 * The secrets for a worker on this computer: what our environment sets, and throw-away ones for the rest. Those are kept in
 * the folder of its store, since what is stored can be read with the same ones only.
 */
export function localSecrets(state: string): Record<keyof typeof SECRETS, string> {
  return Object.fromEntries(
    Object.entries(SECRETS).map(([name, draw]) => [
      name,
      process.env[name] || keptSecret(join(state, name), draw),
    ]),
  ) as Record<keyof typeof SECRETS, string>;
}

function keptSecret(file: string, draw: () => string): string {
  if (!existsSync(file)) {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, `${draw()}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
