import { deriveKey } from './derive.ts';

/** The keys from one secret behind mailboxes. */
export type MailboxKeys = {
  /** Makes the hash by which a mailbox is found. */
  hash: CryptoKey;
  /** Draws the nonce of a salt from what is sealed. */
  nonce: CryptoKey;
  /** Seals the salt. */
  salt: CryptoKey;
};

/** What was derived from each secret that this isolate has read: every request needs the same. */
const derived = new WeakMap<Uint8Array, Promise<MailboxKeys>>();

async function derive(secret: Uint8Array<ArrayBuffer>): Promise<MailboxKeys> {
  const [hash, nonce, salt] = await Promise.all([
    deriveKey(secret, 'pag-asa.be mailbox hash v2', 'mac'),
    deriveKey(secret, 'pag-asa.be mailbox salt nonce v2', 'mac'),
    deriveKey(secret, 'pag-asa.be mailbox salt v2', 'seal'),
  ]);
  return { hash, nonce, salt };
}

/** The keys behind mailboxes from one of the worker's secrets, derived the first time. */
export function mailboxKeys(secret: Uint8Array<ArrayBuffer>): Promise<MailboxKeys> {
  const known = derived.get(secret);
  if (known) return known;
  const keys = derive(secret);
  derived.set(secret, keys);
  return keys;
}
