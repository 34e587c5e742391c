import { storedAs } from '../../protocol/wire/api/fields.ts';
import { deletedThread, MailboxBody, type mailboxRoutes } from '../../protocol/wire/api/mailbox.ts';
import type { referralRoutes } from '../../protocol/wire/api/referrals.ts';
import type { AnswerOf, Filled, Route } from '../../protocol/wire/api/route.ts';
import type { Call } from './call.ts';

/**
 * Every request that form and mailbox make, with the answer that alone counts as done. The routes are those of the
 * contract by type alone, which holds each method and path here to theirs: the tables themselves, with the schemas of
 * what is sent, need not travel to a page that only sends.
 */
export type CallTo<R extends Route & { again: true }> = Call<AnswerOf<R>> & {
  method: R['method'];
  path: Filled<R['path']> | Continued<R>;
} & (R extends { otherwise: { method: infer Method; path: infer Path extends string } }
    ? { otherwise: { method: Method; path: Filled<Path> } }
    : unknown);

/** The path of a route whose answers come in pages, where it goes on. */
type Continued<R extends Route> = R extends { query: infer Query extends string }
  ? `${Filled<R['path']>}?${Query}=${number}`
  : never;

/** Stores what begins a thread under its id. `body`: JSON of a `PutReferral`. */
export function putReferral(id: string, body: string): CallTo<typeof referralRoutes.send> {
  const path = `/api/referrals/${id}` as const;
  return { method: 'PUT', path, otherwise: { method: 'POST', path }, body, answer: storedAs(id) };
}

/** Reads a page of the mailbox of a token: the first, or the one behind a revision. */
export function getMailbox(token: string, after?: number): CallTo<typeof mailboxRoutes.read> {
  const path = after === undefined ? '/api/mailbox' : (`/api/mailbox?after=${after}` as const);
  return { method: 'GET', path, token, answer: MailboxBody };
}

/** Stores a message in the thread of a mailbox under an id of its own. `body`: JSON of a `PostMessage`. */
export function postMessage(id: string, body: string, token: string): CallTo<typeof mailboxRoutes.write> {
  return { method: 'POST', path: '/api/mailbox', body, token, answer: storedAs(id) };
}

/** Deletes the thread of a mailbox, with everything in it. */
export function deleteMailbox(thread: string, token: string): CallTo<typeof mailboxRoutes.erase> {
  const otherwise = { method: 'POST', path: '/api/mailbox/delete' } as const;
  return { method: 'DELETE', path: '/api/mailbox', otherwise, token, answer: deletedThread(thread) };
}
