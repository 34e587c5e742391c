import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

/** The keys of the second store (R2), by what rests there. A lifecycle rule hangs on the first word of some (docs/deploying.md). */
export const KEYS = {
  /** A first item that waits for D1. */
  thread: (id: string) => `threads/${id}`,
  /** The id of the thread that waits, by the hash of its mailbox. */
  mailbox: (hash: Uint8Array) => `mailboxes/${toBase64url(hash)}`,
  /** What can never be moved to D1, because its id or its mailbox is another's there. */
  apart: (id: string) => `apart/${id}`,
  /** That a thread was deleted. */
  tombstone: (id: string) => `tombstones/${id}`,
} as const;

/** Lets a write pass only where nothing rests under its key. */
export const ONCE = { onlyIf: { etagDoesNotMatch: '*' } } as const satisfies R2PutOptions;
