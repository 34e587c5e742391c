import { deletedThread, MailboxBody, storedAs } from '../../protocol/wire/api/api.ts';
import type { Call } from './request.ts';

/** Every request that form and mailbox make, with the answer that alone counts as done. */

/** Stores what begins a thread under its id. `body`: JSON of a `PutReferral`. */
export function putReferral(id: string, body: string): Call {
  const path = `/api/referrals/${id}`;
  return { method: 'PUT', path, otherwise: { method: 'POST', path }, body, answer: storedAs(id) };
}

/** Reads the mailbox of a token. */
export function getMailbox(token: string): Call<MailboxBody> {
  return { method: 'GET', path: '/api/mailbox', token, answer: MailboxBody };
}

/** Stores a message in the thread of a mailbox under an id of its own. `body`: JSON of a `PostMessage`. */
export function postMessage(id: string, body: string, token: string): Call {
  return { method: 'POST', path: '/api/mailbox', body, token, answer: storedAs(id) };
}

/** Deletes the thread of a mailbox, with everything in it. */
export function deleteMailbox(thread: string, token: string): Call {
  const otherwise = { method: 'POST', path: '/api/mailbox/delete' } as const;
  return { method: 'DELETE', path: '/api/mailbox', otherwise, token, answer: deletedThread(thread) };
}
