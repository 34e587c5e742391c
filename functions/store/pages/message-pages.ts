import type { EntryRow } from '../../../src/protocol/wire/api/entries.ts';
import { PAGE_BYTES } from '../../../src/protocol/wire/api/fields.ts';
import type { MailboxBody } from '../../../src/protocol/wire/api/mailbox.ts';
import type { MessageRow, ThreadRow } from '../../../src/protocol/wire/api/threads.ts';
import { type Hex, hexBytes, hexOf, hexText } from '../blob.ts';
import { type MailboxThread, selectByMailbox, selectThread } from '../threads.ts';
import { type RowOfThread, selectNewestEntries, toEntryRow, toEntryRows } from './entry-pages.ts';
import { type DeskRow, toThreadRow } from './thread-row.ts';

/** Bytes that a message takes in JSON beside its envelope: ids, times, and the longest name. */
const BESIDE = 320;

/**
 * The beginning of a statement with a table `page`: the revisions of a thread's messages beyond `?2`, one after the other,
 * until what they take in JSON is more than `?3`. Only that many are looked at. `thread` gives the id of the thread, and
 * `envelope` the bytes of the envelope of a message `x` that are given.
 */
const pageOf = (thread: string, envelope: string) => `
  WITH RECURSIVE page (rev, size) AS (
    SELECT ?2, 0
    UNION ALL
    SELECT x.rev, page.size + ${envelope} * 4 / 3 + ${BESIDE}
    FROM page JOIN messages x ON x.thread_id = ${thread}
      AND x.rev = (SELECT min(rev) FROM messages WHERE thread_id = ${thread} AND rev > page.rev)
    WHERE page.size <= ?3
  )`;

/** A message with its revision, and whether it still fits the page: what doesn't only says that there are more. */
type OfPage = { rev: number; fits: 0 | 1 };

/** What fits a page, in its order, and behind which revision to go on where there is more. */
function cut<Row extends OfPage>(rows: readonly Row[]): { given: Row[]; next?: number } {
  const given = rows.filter(({ fits }) => fits === 1).sort((a, b) => a.rev - b.rev);
  const last = given.at(-1);
  return given.length === rows.length || !last ? { given } : { given, next: last.rev };
}

type MailboxMessage = OfPage & { id: string; at: number } & (
    | { author: 'desk'; sealed: Hex }
    | { author: 'reporter'; seq: number; prev: Hex; mac: Hex; digest: Hex }
  );

/** What a mailbox holds, with its salt as it is stored. */
export type MailboxContents = Omit<MailboxBody, 'salt'> & { salt: Uint8Array };

/**
 * What a mailbox holds, behind a revision of its thread: the desk's envelopes, and where the reporter's own stand. Null when
 * it is not known.
 */
export async function readMailbox(
  db: D1Database,
  mailboxHash: Uint8Array,
  after = -1,
): Promise<MailboxContents | null> {
  const [threads, messages] = await db.batch<MailboxThread | MailboxMessage>([
    selectByMailbox(db, mailboxHash),
    db
      .prepare(
        `${pageOf('(SELECT id FROM threads WHERE mailbox_hash = unhex(?1))', "iif(x.author = 'desk', length(x.sealed), 0)")}
         SELECT x.rev, page.size <= ?3 AS fits, x.author, x.id, x.at, x.seq, hex(x.prev) AS prev, hex(x.mac) AS mac,
                hex(x.digest) AS digest, iif(x.author = 'desk' AND page.size <= ?3, hex(x.sealed), NULL) AS sealed
         FROM page JOIN threads r ON r.mailbox_hash = unhex(?1)
         JOIN messages x ON x.thread_id = r.id AND x.rev = page.rev AND page.rev > ?2`,
      )
      .bind(hexOf(mailboxHash), after, PAGE_BYTES),
  ]);
  const thread = threads?.results.find((row) => 'thread' in row);
  if (!thread) return null;
  const { given, ...next } = cut(messages?.results.filter((row) => 'author' in row) ?? []);
  const { salt, first, purgeDay, ...rest } = thread;
  const ends = purgeDay === null ? {} : { purgeDay };
  const known = { ...rest, ...ends, salt: hexBytes(salt), first: hexText(first) };
  return { ...known, messages: given.map(toMailboxMessage), ...next };
}

function toMailboxMessage(row: MailboxMessage): MailboxBody['messages'][number] {
  const { id, at } = row;
  if (row.author === 'desk') return { author: 'desk', id, at, envelope: hexText(row.sealed) };
  const [prev, mac, digest] = [hexText(row.prev), hexText(row.mac), hexText(row.digest)];
  return { author: 'reporter', id, at, seq: row.seq, prev, mac, digest };
}

type MessageOfThread = OfPage & RowOfThread & { author: 'desk' | 'reporter' };

/** One thread, its messages behind a revision, and at its beginning its newest entries, as of one moment. Null when there is no such thread. */
export async function readThread(
  db: D1Database,
  id: string,
  after = -1,
): Promise<{ thread: ThreadRow; messages: MessageRow[]; entries?: EntryRow[]; next?: number } | null> {
  const [threads, messages, entries] = await db.batch<DeskRow | MessageOfThread | RowOfThread>([
    selectThread(db, id),
    db
      .prepare(
        `${pageOf('?1', 'length(x.sealed)')}
         SELECT x.rev, page.size <= ?3 AS fits, x.id, x.author, x.seq, x.at, x.member_id AS memberId, m.name AS memberName,
                iif(page.size <= ?3, hex(x.sealed), NULL) AS sealed
         FROM page JOIN messages x ON x.thread_id = ?1 AND x.rev = page.rev AND page.rev > ?2
         LEFT JOIN members m ON m.id = x.member_id`,
      )
      .bind(id, after, PAGE_BYTES),
    ...(after < 0 ? [selectNewestEntries(db, id)] : []),
  ]);
  const thread = threads?.results.find((row) => 'state' in row);
  if (!thread) return null;
  const { given, ...next } = cut(messages?.results.filter((row) => 'author' in row) ?? []);
  const known = entries?.results.filter((row) => 'seq' in row);
  const kept = known && { entries: toEntryRows(known) };
  return { thread: toThreadRow(thread), messages: given.map(toMessageRow), ...kept, ...next };
}

function toMessageRow({ rev, author, ...row }: MessageOfThread): MessageRow {
  return { rev, author, ...toEntryRow(row) };
}
