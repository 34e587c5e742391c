import { fromBase64url } from '../../src/protocol/wire/bytes.ts';
import type { Bindings } from '../env.ts';

/** Bytes that a secret has at least. */
const LEAST_BYTES = 32;

/** The secrets behind mailboxes: the one for what is stored now, and the one before it, or the same again. */
export type MailboxSecrets = readonly [newest: Uint8Array<ArrayBuffer>, older: Uint8Array<ArrayBuffer>];

function parse(text: string): MailboxSecrets | null {
  const [newest, older = newest, ...more] = text.split(',').map((value) => fromBase64url(value.trim()));
  if (!newest || !older || more.length > 0) return null;
  return Math.min(newest.length, older.length) < LEAST_BYTES ? null : [newest, older];
}

/** The value that was read last, and what stood in it: it stays the same while an isolate lives. */
let last: { text: string; secrets: MailboxSecrets | null } = { text: '', secrets: null };

/**
 * Reads `MAILBOX_SECRET`: one or two values, newest first, with a comma between, each base64url of 32 bytes or more. Null
 * when it is anything else: then no mailbox is taken or found. The same value gives the same arrays, by which the keys
 * derived from them are known again.
 */
export function readMailboxSecrets({
  MAILBOX_SECRET = '',
}: Pick<Bindings, 'MAILBOX_SECRET'>): MailboxSecrets | null {
  if (MAILBOX_SECRET !== last.text) last = { text: MAILBOX_SECRET, secrets: parse(MAILBOX_SECRET) };
  return last.secrets;
}
