import { env } from 'cloudflare:workers';
import { toBase64url } from '../../../src/protocol/wire/bytes.ts';

const TABLES = [
  'messages',
  'referrals',
  'sessions',
  'used_challenges',
  'invites',
  'ways_in',
  'members',
  'settings',
] as const;
type Table = (typeof TABLES)[number];

/** How many rows a table has. */
export async function countRows(table: Table): Promise<number> {
  return (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<number>('n')) ?? -1;
}

/** Empties every table but the settings. */
export async function emptyStore(): Promise<void> {
  const tables = TABLES.filter((table) => table !== 'settings');
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)));
}

/** Every row of every table that the store has, BLOBs as base64url. */
export async function dumpStore(): Promise<Record<string, Record<string, unknown>[]>> {
  const { results: tables } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  const dump: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables) {
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
