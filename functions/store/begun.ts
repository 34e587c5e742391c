import type { ThreadRow } from '../../src/protocol/wire/api/threads.ts';
import { toBase64url } from '../../src/protocol/wire/bytes.ts';
import { digestOf } from '../../src/protocol/wire/digest.ts';
import type { NewAct } from './audit.ts';
import { hexOf } from './blob.ts';
import type { NewEntry } from './entries.ts';
import { forgetArrival } from './forget-arrival.ts';
import { type StandingRow, standingIn, standingStatements } from './standing.ts';
import type { NewThread } from './thread.ts';
import { insertThreadOnce } from './threads.ts';

/** Bytes of what is stored of a mailbox. */
const MAILBOX = { mailboxHash: 32, salt: 44 };

const drawn = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A thread that a member begins, with the entry by which they have it. */
export type BegunThread = Omit<NewThread, 'mailboxHash' | 'salt' | 'older'> & {
  entry: NewEntry;
  act?: NewAct | undefined;
};

/**
 * Stores a thread that is a member's from its beginning, together with its first entry, once. Its mailbox is drawn, so that no
 * code opens it. Gives the row, also where just this was stored before; null where something else lies under its id.
 */
export async function beginThread(
  db: D1Database,
  { entry, act, ...thread }: BegunThread,
): Promise<ThreadRow | null> {
  const mailbox = { mailboxHash: drawn(MAILBOX.mailboxHash), salt: drawn(MAILBOX.salt) };
  const digest = digestOf(thread.sealed);
  const standing = { id: thread.id, rev: 0, owner: entry.memberId, closed: false, entry, act };
  const answers = await db.batch<StandingRow>([
    insertThreadOnce(db, { ...thread, ...mailbox }),
    // It came from nobody outside: the bell has nothing to ring for.
    forgetArrival(db, mailbox.mailboxHash),
    ...standingStatements(db, standing, { where: 'digest = unhex(?9)', values: [hexOf(digest)] }),
    // Where it could not become the member's, there is none: nobody would be woken for it.
    db
      .prepare('DELETE FROM threads WHERE mailbox_hash = unhex(?) AND taken_by IS NULL')
      .bind(hexOf(mailbox.mailboxHash)),
  ]);
  const begun = standingIn(answers.slice(2));
  return begun?.stored && begun.row.digest === toBase64url(digest) ? begun.row : null;
}
