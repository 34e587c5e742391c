import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { storeIsWhole } from '../../../functions/store/schema.ts';
import { dumpStore, storedTables } from '../support/rows.ts';

/** What a store may hold when a migration is its newest, by the name of that migration's file. */
const FILLED = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('./filled/*.sql', { eager: true, query: '?raw', import: 'default' }),
  ).map(([path, sql]) => [path.slice('./filled/'.length), sql]),
);

/** Makes the store anew as of some migrations, with these rows in it. */
async function storeOf(migrations: readonly D1Migration[], sql: string): Promise<void> {
  const drop = [...(await storedTables()), 'd1_migrations'];
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...drop.map((table) => env.DB.prepare(`DROP TABLE IF EXISTS ${table}`)),
  ]);
  await applyD1Migrations(env.DB, [...migrations]);
  const statements = sql.split('\n').filter((line) => line.startsWith('INSERT'));
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...statements.map((statement) => env.DB.prepare(statement)),
  ]);
}

/** What migrations took away from a filled store, or changed in it: tables, columns, rows, values. */
async function lostBy(migrations: readonly D1Migration[]): Promise<string[]> {
  const before = await dumpStore();
  await applyD1Migrations(env.DB, [...migrations]);
  const after = await dumpStore();
  return Object.entries(before).flatMap(([table, rows]) => {
    const kept = after[table];
    if (!kept) return [table];
    const texts = kept.map((row) => JSON.stringify(row, Object.keys(rows[0] ?? {})));
    return rows.every((row) => texts.includes(JSON.stringify(row))) ? [] : [table];
  });
}

describe('a store that was filled moves on', () => {
  it('has an example of each migration', () => {
    expect(Object.keys(FILLED)).toEqual(env.TEST_MIGRATIONS.map(({ name }) => name));
  });

  it.each(Object.keys(FILLED))('from %s, and loses nothing', async (name) => {
    const at = env.TEST_MIGRATIONS.findIndex((migration) => migration.name === name) + 1;
    await storeOf(env.TEST_MIGRATIONS.slice(0, at), FILLED[name] ?? '');
    for (const [table, rows] of Object.entries(await dumpStore())) expect(rows, table).not.toEqual([]);
    expect(await lostBy(env.TEST_MIGRATIONS)).toEqual([]);
    expect(await storeIsWhole(env.DB)).toBe(true);
  });
});

describe('what a next migration may do', () => {
  const lost = async (...queries: string[]) => {
    const [name = ''] = Object.keys(FILLED).slice(-1);
    await storeOf(env.TEST_MIGRATIONS, FILLED[name] ?? '');
    return lostBy([...env.TEST_MIGRATIONS, { name: '9999_next.sql', queries }]);
  };

  it('adds', async () => {
    const added = ['CREATE TABLE more (id TEXT) STRICT', 'ALTER TABLE members ADD COLUMN more TEXT'];
    expect(await lost(...added, "INSERT INTO more VALUES ('x')")).toEqual([]);
  });

  it.each([
    ['a table', 'DROP TABLE used_challenges', 'used_challenges'],
    ['the name of a table', 'ALTER TABLE settings RENAME TO secrets', 'settings'],
    ['a column', 'ALTER TABLE invites DROP COLUMN seen', 'invites'],
    ['rows', "DELETE FROM messages WHERE author = 'desk'", 'messages'],
    ['values', 'UPDATE members SET name = upper(name)', 'members'],
  ])('is seen to take away %s', async (_, query, table) => {
    expect(await lost(query)).toEqual([table]);
  });
});
