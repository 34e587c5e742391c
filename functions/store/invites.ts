import type { Role } from '../../src/protocol/wire/api/member.ts';
import type { InviteRow } from '../../src/protocol/wire/api/people.ts';
import { actStatements, type NewAct, storedBy } from './audit.ts';
import { type Hex, hexOf, hexText } from './blob.ts';
import type { Outcome } from './outcome.ts';

/** An invitation as somebody makes it: by its id, for a new member or (a new way in) for one there is. Unix seconds. */
export type NewInvite = {
  id: string;
  role: Role;
  forMember: string | null;
  by: string;
  at: number;
  expiresAt: number;
};

/** Stores an invitation once; `gone` when it is for nobody there is. */
export async function insertInvite(
  db: D1Database,
  invite: NewInvite,
  act?: NewAct,
): Promise<Outcome | 'gone'> {
  const { id, role, forMember, by, at, expiresAt } = invite;
  const [inserted, found] = await db.batch<{ same: 0 | 1 }>([
    db
      .prepare(
        `INSERT INTO invites (id, role, for_member, created_by, created_at, expires_at)
         SELECT ?1, coalesce((SELECT role FROM members WHERE id = ?3), ?2), ?3, ?4, ?5, ?6
         WHERE ?3 IS NULL OR EXISTS (SELECT 1 FROM members WHERE id = ?3)
         ON CONFLICT DO NOTHING RETURNING id`,
      )
      .bind(id, role, forMember, by, at, expiresAt),
    db
      .prepare('SELECT for_member IS ? AND created_by = ? AS same FROM invites WHERE id = ?')
      .bind(forMember, by, id),
    ...actStatements(db, act, storedBy('invites', id, by)),
  ]);
  if (inserted?.results.length) return 'stored';
  const [row] = found?.results ?? [];
  if (!row) return 'gone';
  return row.same ? 'repeated' : 'taken';
}

/** Somebody with the code of an invitation: the own key (32 bytes) that their browser drew for it, and their name. */
export type Invited = {
  id: string;
  boxKey: Uint8Array;
  name: string;
  nameKey: string;
  look: string;
  lookKey: string;
  at: number;
};

/**
 * Binds an invitation to the own key of who comes first, under a name that looks like nobody's; of a new way in, under the
 * member's own. The same key again is answered alike. `seen` where another key came first: that is counted, and told to who
 * invited. `taken` for a name that can't be had. Gives until when it lasts.
 */
export async function bindInvite(
  db: D1Database,
  { id, boxKey, name, nameKey, look, lookKey, at }: Invited,
): Promise<number | 'seen' | 'taken' | 'gone'> {
  const key = hexOf(boxKey);
  const [bound, , found] = await db.batch<{ expiresAt: number; same: 0 | 1 | null; letIn: 0 | 1 }>([
    db
      .prepare(
        `UPDATE invites SET box_key = unhex(?2), name = ?3, name_key = ?4, look = ?5, look_key = ?6,
           opened_at = coalesce(opened_at, ?7)
         WHERE id = ?1 AND used_at IS NULL AND expires_at > ?7 AND let_in_at IS NULL
           AND (box_key IS NULL OR box_key = unhex(?2))
           AND CASE WHEN for_member IS NULL THEN
               NOT EXISTS (SELECT 1 FROM members WHERE look = ?5 OR look_key = ?6)
               AND NOT EXISTS (SELECT 1 FROM invites o WHERE (o.look = ?5 OR o.look_key = ?6) AND o.id <> ?1
                 AND o.used_at IS NULL AND o.expires_at > ?7)
             ELSE EXISTS (SELECT 1 FROM members WHERE id = for_member AND name_key = ?4) END
         RETURNING expires_at AS expiresAt`,
      )
      .bind(id, key, name, nameKey, look, lookKey, at),
    db
      .prepare(
        `UPDATE invites SET seen = seen + 1
         WHERE id = ? AND used_at IS NULL AND expires_at > ? AND box_key <> unhex(?)`,
      )
      .bind(id, at, key),
    db
      .prepare(
        `SELECT expires_at AS expiresAt, box_key = unhex(?) AS same, let_in_at IS NOT NULL AS letIn
         FROM invites WHERE id = ? AND used_at IS NULL AND expires_at > ?`,
      )
      .bind(key, id, at),
  ]);
  const [now] = bound?.results ?? [];
  if (now) return now.expiresAt;
  const [row] = found?.results ?? [];
  if (!row) return 'gone';
  if (row.same === 0) return 'seen';
  return row.same && row.letIn ? row.expiresAt : 'taken';
}

/** What a member sealed to who is invited, base64url; null while nobody has. `gone` where the invitation is not theirs. */
export async function readBox(
  db: D1Database,
  { id, boxKey, at }: Pick<Invited, 'id' | 'boxKey' | 'at'>,
): Promise<{ box: string | null } | 'gone'> {
  const row = await db
    .prepare(
      `SELECT hex(box) AS box FROM invites
       WHERE id = ? AND box_key = unhex(?) AND used_at IS NULL AND expires_at > ?`,
    )
    .bind(id, hexOf(boxKey), at)
    .first<{ box: Hex }>();
  return row ? { box: row.box === '' ? null : hexText(row.box) } : 'gone';
}

/** Keeps what was sealed to who is invited, where their key is the one that was compared. `by`: null for the key holder. */
export async function letIn(
  db: D1Database,
  {
    id,
    boxKey,
    box,
    by,
    at,
  }: { id: string; boxKey: Uint8Array; box: Uint8Array; by: string | null; at: number },
  act?: NewAct,
): Promise<boolean> {
  const [kept] = await db.batch([
    db
      .prepare(
        `UPDATE invites SET box = unhex(?), let_in_by = ?, let_in_at = coalesce(let_in_at, ?4)
         WHERE id = ?3 AND box_key = unhex(?5) AND used_at IS NULL AND expires_at > ?4 RETURNING id`,
      )
      .bind(hexOf(box), by, id, at, hexOf(boxKey)),
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM invites WHERE id = ?6 AND let_in_by = ?7 AND box_key = unhex(?8))',
      values: [id, by ?? '', hexOf(boxKey)],
    }),
  ]);
  return kept?.results.length === 1;
}

/** The invitations that can still be taken, newest first. `at` in Unix seconds. */
export async function listInvites(db: D1Database, at: number): Promise<InviteRow[]> {
  type Row = Pick<InviteRow, 'id' | 'role' | 'createdAt' | 'expiresAt' | 'seen'> & {
    boxKey: Hex;
    letIn: 0 | 1;
    openedAt: number | null;
  } & Record<'name' | 'forId' | 'forName' | 'byId' | 'byName', string | null>;
  const { results } = await db
    .prepare(
      `SELECT i.id, i.role, i.created_at AS createdAt, i.expires_at AS expiresAt, i.seen, i.name, hex(i.box_key) AS boxKey,
         i.opened_at AS openedAt, i.let_in_at IS NOT NULL AS letIn, f.id AS forId, f.name AS forName, b.id AS byId,
         b.name AS byName
       FROM invites i LEFT JOIN members f ON f.id = i.for_member LEFT JOIN members b ON b.id = i.created_by
       WHERE i.used_at IS NULL AND i.expires_at > ? ORDER BY i.created_at DESC, i.id`,
    )
    .bind(at)
    .all<Row>();
  return results.map(({ name, boxKey, openedAt, letIn: isIn, forId, forName, byId, byName, ...row }) => ({
    ...row,
    ...(forId !== null && forName !== null && { for: { id: forId, name: forName } }),
    ...(byId !== null && byName !== null && { by: { id: byId, name: byName } }),
    ...(name !== null && openedAt !== null && { opened: { name, boxKey: hexText(boxKey), at: openedAt } }),
    ...(isIn && { letIn: true as const }),
  }));
}

/** Takes an invitation back that nobody has used. */
export async function deleteInvite(db: D1Database, id: string, act?: NewAct): Promise<void> {
  await db.batch([
    ...actStatements(db, act, {
      where: 'EXISTS (SELECT 1 FROM invites WHERE id = ?6 AND used_at IS NULL)',
      values: [id],
    }),
    db.prepare('DELETE FROM invites WHERE id = ? AND used_at IS NULL').bind(id),
  ]);
}

/** Deletes what has expired by then (Unix seconds). */
export async function deleteInvites(db: D1Database, at: number): Promise<void> {
  await db.prepare('DELETE FROM invites WHERE expires_at <= ?').bind(at).run();
}
