import { env } from 'cloudflare:workers';
import type { TABLES } from '../../../functions/store/schema.ts';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

/** The tables that the migrations made, as the store says: not those of SQLite, of D1, or of applying migrations. */
export async function storedTables(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master
     WHERE type = 'table' AND name <> 'd1_migrations' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'
     ORDER BY name`,
  ).all<{ name: string }>();
  return results.map(({ name }) => name);
}

/** How many rows a table has. */
export async function countRows(table: (typeof TABLES)[number]): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1;
}

/** The keys of everything in the second store, in their order. */
export async function storedObjects(): Promise<string[]> {
  const { objects } = await env.SECOND.list();
  return objects.map(({ key }) => key);
}

/** Empties the second store, and every table but those that are made with a row in them. */
export async function emptyStore(): Promise<void> {
  await env.SECOND.delete(await storedObjects());
  const tables = (await storedTables()).filter(
    (table) => !['changes', 'duty_told', 'retention', 'settings'].includes(table),
  );
  await env.DB.batch([
    env.DB.prepare('PRAGMA defer_foreign_keys = on'),
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
  ]);
}

/** Every row of every table that the store has, BLOBs as base64url. */
export async function dumpStore(): Promise<Record<string, Record<string, unknown>[]>> {
  const dump: Record<string, Record<string, unknown>[]> = {};
  for (const name of await storedTables()) {
    const { results } = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    dump[name] = results.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          Array.isArray(value) ? toBase64url(Uint8Array.from(value)) : value,
        ]),
      ),
    );
  }
  return dump;
}
