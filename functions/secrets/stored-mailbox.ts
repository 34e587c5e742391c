import { concatBytes, equalBytes, utf8 } from '../../src/protocol/wire/bytes.ts';
import { hmac } from './derive.ts';
import { mailboxKeys } from './mailbox-keys.ts';
import type { MailboxSecrets } from './mailbox-secrets.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What is stored of a mailbox under one secret: nothing that a receipt code could be tried on without it. */
export type StoredMailbox = {
  /** HMAC-SHA256 of what was sent, 32 bytes. */
  mailboxHash: Uint8Array;
  /** Nonce (12), AES-256-GCM of the salt (16), tag (16). */
  salt: Uint8Array;
};

/** The hashes under which a mailbox may be stored: by the newest secret, and by the one before it or the same again. */
export type MailboxHashes = readonly [newest: Bytes, older: Bytes];

/**
 * Looks a mailbox up under each hash that it may be stored under, the newest first, until `look` finds more than nothing
 * (`nothing`). While one secret is valid that is once.
 */
export async function underEach<Found>(
  [newest, older]: MailboxHashes,
  nothing: Found,
  look: (hash: Bytes) => Promise<Found>,
): Promise<Found> {
  const found = await look(newest);
  return found !== nothing || equalBytes(newest, older) ? found : look(older);
}

const NONCE_BYTES = 12;

/** The hashes of a mailbox, which is SHA-256 of its token (32 bytes). */
export async function hashMailbox([newest, older]: MailboxSecrets, mailbox: Bytes): Promise<MailboxHashes> {
  const hash = async (secret: Bytes) => hmac((await mailboxKeys(secret)).hash, mailbox);
  const first = await hash(newest);
  return [first, older === newest ? first : await hash(older)];
}

/**
 * What to store of the mailbox of a thread, as the newest secret writes it, and as the one before it, where there is one,
 * may have written it. `salt`: that of the mailbox's keys.
 */
export async function storeMailbox(
  secrets: MailboxSecrets,
  thread: string,
  mailbox: Bytes,
  salt: Bytes,
): Promise<StoredMailbox & { older?: StoredMailbox }> {
  const [newest, older] = secrets;
  const [[newestHash, olderHash], sealedSalt] = await Promise.all([
    hashMailbox(secrets, mailbox),
    sealSalt(newest, thread, salt),
  ]);
  const stored = { mailboxHash: newestHash, salt: sealedSalt };
  if (equalBytes(newestHash, olderHash)) return stored;
  return { ...stored, older: { mailboxHash: olderHash, salt: await sealSalt(older, thread, salt) } };
}

/** The salt that was stored with a thread; null when neither secret opens it: the row is not as it was written. */
export async function openSalt(
  [newest, older]: MailboxSecrets,
  thread: string,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  const open = async (secret: Bytes) => {
    const how = gcm(sealed.slice(0, NONCE_BYTES), thread);
    return crypto.subtle.decrypt(how, (await mailboxKeys(secret)).salt, sealed.slice(NONCE_BYTES));
  };
  const salt = await open(newest).catch(() => open(older).catch(() => null));
  return salt && new Uint8Array(salt);
}

/**
 * The nonce is drawn from what is sealed: the same call writes the same bytes, so that a repeat is known by them. It
 * comes again only with the same thread and salt, and so with the same box.
 */
async function sealSalt(secret: Bytes, thread: string, salt: Bytes): Promise<Bytes> {
  const keys = await mailboxKeys(secret);
  const nonce = (await hmac(keys.nonce, concatBytes(utf8(thread), salt))).slice(0, NONCE_BYTES);
  const box = await crypto.subtle.encrypt(gcm(nonce, thread), keys.salt, salt);
  return concatBytes(nonce, new Uint8Array(box));
}

/** The thread's id goes along, unsealed: a salt that was laid into another row does not open. */
const gcm = (iv: Bytes, thread: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(thread) });
