import type { ThreadRow } from '../../../src/protocol/wire/api/threads.ts';
import { type Hex, hexText } from '../blob.ts';

type Nullable =
  | 'entries'
  | 'takenAt'
  | 'saidAt'
  | 'closedDay'
  | 'purgeDay'
  | 'readAt'
  | 'lastFromReporterAt'
  | 'lastFromDeskAt'
  | 'lastFromReporterRev'
  | 'lastFromDeskRev';

/** A thread for the desk, as D1 gives it. */
export type DeskRow = Omit<ThreadRow, 'digest' | 'takenBy' | 'thrown' | 'entry' | 'handed' | Nullable> & {
  digest: Hex;
  takenById: string | null;
  takenByName: string | null;
  entry: string | null;
  /** JSON. */
  handed: string | null;
  thrown: 0 | 1;
} & Record<Nullable, number | null>;

/** The beginning of a statement that reads threads for the desk. What lies in the row behind the digest is not read. */
export const DESK_ROW = `
  SELECT r.id, r.changed, r.state, r.received_at AS receivedAt, r.rev, r.bytes, hex(r.digest) AS digest,
         r.taken_by AS takenById, m.name AS takenByName, r.taken_at AS takenAt, r.state_entry AS entry, r.read_at AS readAt,
         (SELECT max(seq) FROM entries WHERE thread_id = r.id) AS entries,
         (SELECT at FROM entries WHERE id = r.state_entry) AS saidAt, r.closed_day AS closedDay, r.purge_day AS purgeDay,
         (SELECT at FROM messages WHERE thread_id = r.id AND author = 'reporter' ORDER BY rev DESC LIMIT 1) AS lastFromReporterAt,
         (SELECT at FROM messages WHERE thread_id = r.id AND author = 'desk' ORDER BY rev DESC LIMIT 1) AS lastFromDeskAt,
         (SELECT max(rev) FROM messages WHERE thread_id = r.id AND author = 'reporter') AS lastFromReporterRev,
         (SELECT max(rev) FROM messages WHERE thread_id = r.id AND author = 'desk') AS lastFromDeskRev,
         (SELECT json_object('madeAt', made_at, 'expiresAt', expires_at, 'openedAt', opened_at, 'acceptedAt', accepted_at)
          FROM handoffs WHERE thread_id = r.id AND revoked_at IS NULL ORDER BY made_at DESC LIMIT 1) AS handed,
         r.thrown_id IS NOT NULL AS thrown
  FROM threads r LEFT JOIN members m ON m.id = r.taken_by`;

/** A row as the desk gets it: what it has not is left out. */
export function toThreadRow(row: DeskRow): ThreadRow {
  const { id, changed, state, receivedAt, rev, bytes, digest, takenById, takenByName } = row;
  return {
    ...{ id, changed, state, receivedAt, rev, bytes, digest: hexText(digest) },
    ...(takenById !== null && takenByName !== null && { takenBy: { id: takenById, name: takenByName } }),
    ...(row.takenAt !== null && { takenAt: row.takenAt }),
    ...(row.entry !== null && { entry: row.entry }),
    ...(row.entries !== null && { entries: row.entries }),
    ...(row.saidAt !== null && { saidAt: row.saidAt }),
    ...(row.closedDay !== null && { closedDay: row.closedDay }),
    ...(row.purgeDay !== null && { purgeDay: row.purgeDay }),
    ...(row.readAt !== null && { readAt: row.readAt }),
    ...(row.lastFromReporterAt !== null && { lastFromReporterAt: row.lastFromReporterAt }),
    ...(row.lastFromDeskAt !== null && { lastFromDeskAt: row.lastFromDeskAt }),
    ...(row.lastFromReporterRev !== null && { lastFromReporterRev: row.lastFromReporterRev }),
    ...(row.lastFromDeskRev !== null && { lastFromDeskRev: row.lastFromDeskRev }),
    ...(row.handed !== null && { handed: toHanded(row.handed) }),
    ...(row.thrown === 1 && { thrown: true }),
  };
}

/** What has not happened is left out. */
const toHanded = (json: string): ThreadRow['handed'] =>
  JSON.parse(json, (_key, value) => (value === null ? undefined : value));
