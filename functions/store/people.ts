import type { ChangePerson, MemberStanding, Person } from '../../src/protocol/wire/api/people.ts';
import { actStatements, type NewAct } from './audit.ts';
import { type Hex, hexText } from './blob.ts';

type Row = Omit<Person, 'standing' | 'boxKey'> & { boxKey: Hex; suspended: 0 | 1; left: 0 | 1 };

/** What is asked of `members` for a person; ?1 is the time. */
const PERSON = `
  SELECT m.id, m.name, m.role, m.created_at AS since, hex(m.box_key) AS boxKey, m.rev, m.suspended_at IS NOT NULL AS suspended,
    m.left_at IS NOT NULL AS left,
    (SELECT count(*) FROM ways_in WHERE member_id = m.id) AS ways,
    (SELECT count(*) FROM sessions WHERE member_id = m.id AND expires_at > ?1) AS sessions
  FROM members m`;

function standingOf({ suspended, left }: Pick<Row, 'suspended' | 'left'>): MemberStanding {
  if (left) return 'left';
  return suspended ? 'suspended' : 'active';
}

function toPerson({ suspended, left, boxKey, ...person }: Row): Person {
  return { ...person, boxKey: hexText(boxKey), standing: standingOf({ suspended, left }) };
}

/** Everybody who is or was a member, by name. `at` in Unix seconds. */
export async function listPeople(db: D1Database, at: number): Promise<Person[]> {
  const { results } = await db.prepare(`${PERSON} ORDER BY m.name_key`).bind(at).all<Row>();
  return results.map(toPerson);
}

/** Whether a change of a member is made: by the parameters that hold the role, the standing, the id and the revision. */
const mayChange = (role: string, standing: string, id: string, rev: string) =>
  `id = ${id} AND rev = ${rev} AND left_at IS NULL
   AND (${role} = 'administrator' AND ${standing} = 'active' OR EXISTS
     (SELECT 1 FROM members WHERE role = 'administrator' AND suspended_at IS NULL AND id <> ${id}))`;

/**
 * Changes what a member is, where they have the revision that was seen. Gives them as they are then; `last` where no active
 * administrator would be left, `changed` where somebody else was faster or they have left, null where there is nobody. What was done by this same act
 * before, whose answer was lost, is done.
 */
export async function changePerson(
  db: D1Database,
  { id, role, standing, rev }: ChangePerson & { id: string },
  at: number,
  act?: NewAct,
): Promise<Person | 'changed' | 'last' | null> {
  const answers = await db.batch<Row>([
    // Before it is done: afterwards nothing tells who did it.
    ...actStatements(db, act, {
      where: `EXISTS (SELECT 1 FROM members WHERE ${mayChange('?8', '?9', '?6', '?7')})`,
      values: [id, rev, role, standing],
    }),
    db
      .prepare(
        `UPDATE members SET role = ?1, rev = rev + 1,
           suspended_at = iif(?2 = 'active', NULL, coalesce(suspended_at, ?3)),
           left_at = iif(?2 = 'left', ?3, NULL)
         WHERE ${mayChange('?1', '?2', '?4', '?5')} RETURNING id`,
      )
      .bind(role, standing, at, id, rev),
    db
      .prepare(
        "SELECT id FROM members WHERE role = 'administrator' AND suspended_at IS NULL AND id <> ? LIMIT 1",
      )
      .bind(id),
    db
      .prepare(
        'SELECT acts.id FROM acts JOIN audit ON audit.n = acts.n WHERE acts.id = ? AND audit.member_id = ?',
      )
      .bind(act?.id ?? '', act?.memberId ?? ''),
    db.prepare(`${PERSON} WHERE m.id = ?2`).bind(at, id),
  ]);
  const [changed, other, done, found] = answers.slice(-4);
  const row = found?.results[0];
  if (!row) return null;
  if (changed?.results.length || (done?.results.length && row.rev === rev + 1)) return toPerson(row);
  return row.rev === rev && !row.left && !other?.results.length ? 'last' : 'changed';
}
