import type { Member } from '../../src/protocol/wire/api/member.ts';
import type { PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';
import { hexOf } from './blob.ts';

/** A member to be, whose invitation was opened with this own key and let in. `now` in Unix seconds. */
export type NewMember = {
  invite: string;
  /** The id of a new member; who has one keeps it. */
  id: string;
  boxKey: Uint8Array;
  wayIn: { id: string; publicKey: Uint8Array; kdf: PassphraseKdf; vault: Uint8Array };
  now: number;
};

/**
 * Makes a member with a passphrase as way in and uses the invitation up; a member who is there loses every way in that they
 * had, and their sessions, and is suspended no more: who lost everything comes back by this alone, never first by what was
 * lost. All of it or nothing, whoever else tries. `repeated` when this invitation has made this way in
 * before, so that an answer that got lost can be asked for again; `taken` when the id or name is another's, which leaves the
 * invitation as it was; `gone` when the invitation can't be used.
 */
export async function createMember(
  db: D1Database,
  { invite, id, boxKey, wayIn, now }: NewMember,
): Promise<{ member: Member; repeated: boolean } | 'taken' | 'gone'> {
  const key = hexOf(boxKey);
  /** Holds for the invitation that was used up in this very batch. */
  const used = 'SELECT used_by FROM invites WHERE id = ?1 AND way = ?2';
  const again = `${used} AND for_member IS NOT NULL`;
  const answers = await db.batch<Record<string, unknown>>([
    db
      .prepare(
        `UPDATE invites SET used_at = ?1, used_by = coalesce(for_member, ?2), way = ?3, box = NULL
         WHERE id = ?4 AND box_key = unhex(?5) AND let_in_at IS NOT NULL AND used_at IS NULL AND expires_at > ?1
           AND (for_member IS NOT NULL OR NOT EXISTS
             (SELECT 1 FROM members m WHERE m.id = ?2 OR m.look = invites.look OR m.look_key = invites.look_key))
         RETURNING id`,
      )
      .bind(now, id, wayIn.id, invite, key),
    db
      .prepare(
        `INSERT INTO members (id, name, name_key, look, look_key, role, box_key, created_at)
         SELECT used_by, name, name_key, look, look_key, role, box_key, ?3 FROM invites
         WHERE id = ?1 AND way = ?2 AND for_member IS NULL`,
      )
      .bind(invite, wayIn.id, now),
    db
      .prepare(
        `UPDATE members SET box_key = unhex(?3), rev = rev + 1, left_at = NULL, suspended_at = NULL
         WHERE id = (${again})`,
      )
      .bind(invite, wayIn.id, key),
    db.prepare(`DELETE FROM ways_in WHERE member_id = (${again})`).bind(invite, wayIn.id),
    db.prepare(`DELETE FROM sessions WHERE member_id = (${again})`).bind(invite, wayIn.id),
    db
      .prepare(
        `INSERT INTO ways_in (id, member_id, kind, public_key, kdf, created_at, vault)
         SELECT ?2, used_by, 'passphrase', unhex(?3), ?4, ?5, unhex(?6) FROM invites WHERE id = ?1 AND way = ?2`,
      )
      .bind(invite, wayIn.id, hexOf(wayIn.publicKey), JSON.stringify(wayIn.kdf), now, hexOf(wayIn.vault)),
    db
      .prepare(
        `SELECT m.id, m.name, i.used_at IS NULL AS unused,
           EXISTS (SELECT 1 FROM ways_in WHERE id = i.way AND public_key = unhex(?1)) AS same
         FROM invites i LEFT JOIN members m ON m.id = i.used_by
         WHERE i.id = ?2 AND i.box_key = unhex(?3) AND i.let_in_at IS NOT NULL AND i.expires_at > ?4`,
      )
      .bind(hexOf(wayIn.publicKey), invite, key, now),
  ]);
  const [row] = (answers.at(-1)?.results ?? []) as {
    id: string | null;
    name: string | null;
    unused: 0 | 1;
    same: 0 | 1;
  }[];
  if (row?.unused) return 'taken';
  if (!row?.same || row.id === null || row.name === null) return 'gone';
  return { member: { id: row.id, name: row.name }, repeated: !answers[0]?.results.length };
}

/** Every member who works here, by name. */
export async function listMembers(db: D1Database): Promise<Member[]> {
  const { results } = await db
    .prepare('SELECT id, name FROM members WHERE suspended_at IS NULL ORDER BY name_key')
    .all<Member>();
  return results;
}
