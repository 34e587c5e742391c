import type { StoredMailbox } from '../secrets/stored-mailbox.ts';

/**
 * A thread to store. `receivedAt` in Unix seconds. What is known of its mailbox is stored under the newest secret;
 * `older`: as it may rest already under the secret before that, where there is one.
 */
export type NewThread = StoredMailbox & {
  id: string;
  keyId: Uint8Array;
  sealed: Uint8Array;
  receivedAt: number;
  older?: StoredMailbox;
};

/**
 * What stays of a thread that its reporter deleted: its id, and times in Unix seconds. `readAt` null: nobody had read it;
 * `handedAt`: when another centre accepted what was passed on of it, where one did.
 */
export type Tombstone = {
  id: string;
  receivedAt: number;
  readAt: number | null;
  deletedAt: number;
  handedAt?: number | null;
};
