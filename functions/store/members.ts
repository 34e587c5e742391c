import type { Member } from '../../src/protocol/wire/api/member.ts';
import type { PassphraseKdf } from '../../src/protocol/wire/passphrase-kdf.ts';
import { hexOf } from './blob.ts';
import { useInvite } from './invites.ts';
import { insertPassphrase } from './ways-in.ts';

/** A member to be, with the invitation that lets them in. `now` in Unix seconds. */
export type NewMember = {
  inviteHash: Uint8Array;
  id: string;
  name: string;
  nameKey: string;
  look: string;
  lookKey: string;
  wayIn: { id: string; publicKey: Uint8Array; kdf: PassphraseKdf; vault: Uint8Array };
  now: number;
};

/**
 * Makes a member with a passphrase as way in and uses the invitation up: all of it or nothing, whoever else tries.
 * `repeated` when this member was made by this invitation with this key before, so that an answer that got lost can
 * be asked for again; `taken` when the id or name is another's, which leaves the invitation as it was; `gone` when
 * the invitation can't be used.
 */
export async function createMember(
  db: D1Database,
  member: NewMember,
): Promise<'stored' | 'repeated' | 'taken' | 'gone'> {
  const { inviteHash, id, name, nameKey, look, lookKey, wayIn, now } = member;
  const [used, , , found] = await db.batch<Record<string, unknown>>([
    useInvite(db, { tokenHash: inviteHash, memberId: id, look, lookKey, now }),
    db
      .prepare(
        `INSERT INTO members (id, name, name_key, look, look_key, role, created_at)
         SELECT used_by, ?1, ?2, ?3, ?4, role, ?5 FROM invites WHERE token_hash = unhex(?6) AND used_by = ?7
         ON CONFLICT DO NOTHING`,
      )
      .bind(name, nameKey, look, lookKey, now, hexOf(inviteHash), id),
    insertPassphrase(db, { ...wayIn, memberId: id, inviteHash, createdAt: now }),
    db
      .prepare(
        `SELECT i.used_at IS NULL AND i.expires_at > ?1 AS usable,
                EXISTS (SELECT 1 FROM ways_in WHERE member_id = i.used_by AND public_key = unhex(?2)) AS same
         FROM invites i WHERE i.token_hash = unhex(?3) AND (i.used_by IS NULL OR i.used_by = ?4)`,
      )
      .bind(now, hexOf(wayIn.publicKey), hexOf(inviteHash), id),
  ]);
  if (used?.results.length) return 'stored';
  const invite = found?.results[0];
  if (invite?.usable) return 'taken';
  return invite?.same ? 'repeated' : 'gone';
}

/** Every member who works here, by name. */
export async function listMembers(db: D1Database): Promise<Member[]> {
  const { results } = await db
    .prepare('SELECT id, name FROM members WHERE suspended_at IS NULL ORDER BY name_key')
    .all<Member>();
  return results;
}
