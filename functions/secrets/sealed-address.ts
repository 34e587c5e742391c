import { concatBytes, fromBase64url, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';
import type { Bindings } from '../env.ts';
import { deriveKey } from './derive.ts';
import { readTwoSecrets } from './two-secrets.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const NONCE_BYTES = 12;

/** Bytes to which an address is filled up, by its channel, so that what rests does not tell how long it is. */
const ADDRESS_BYTES = { call: 32, push: 1024 } as const;

const keyFrom = (secret: Bytes) => deriveKey(secret, 'pag-asa.be alert address v1', 'seal');

/** The way's id goes along, unsealed: an address that was laid into another row does not open. */
const gcm = (iv: Bytes, way: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(way) });

/**
 * Seals where a way to ring a member leads (a telephone number, or a device that takes push) under the newest `ALERT_SECRET`,
 * with AES-256-GCM: nonce (12), the text filled up with nought, tag (16), base64url. Null where there is no secret, or the text
 * is longer than that of its channel.
 */
export async function sealAddress(
  { ALERT_SECRET }: Pick<Bindings, 'ALERT_SECRET'>,
  way: string,
  address: string,
  channel: keyof typeof ADDRESS_BYTES = 'call',
): Promise<string | null> {
  const [secret] = readTwoSecrets(ALERT_SECRET) ?? [];
  const text = utf8(address);
  const length = ADDRESS_BYTES[channel];
  if (!secret || text.length > length) return null;
  const padded = concatBytes(text, new Uint8Array(length - text.length));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = await crypto.subtle.encrypt(gcm(nonce, way), await keyFrom(secret), padded);
  return toBase64url(concatBytes(nonce, new Uint8Array(box)));
}

/** The address that was sealed for a way; null when neither value of `ALERT_SECRET` opens it. */
export async function openAddress(
  { ALERT_SECRET }: Pick<Bindings, 'ALERT_SECRET'>,
  way: string,
  sealed: string,
): Promise<string | null> {
  const bytes = fromBase64url(sealed);
  if (!bytes) return null;
  for (const secret of readTwoSecrets(ALERT_SECRET) ?? []) {
    try {
      const how = gcm(bytes.slice(0, NONCE_BYTES), way);
      const padded = await crypto.subtle.decrypt(how, await keyFrom(secret), bytes.slice(NONCE_BYTES));
      return new TextDecoder().decode(padded).replace(/\0+$/, '');
    } catch {
      // The other value may open it.
    }
  }
  return null;
}
