/** The newest migration, by the name of its file. A test holds it to the folder. */
export const NEWEST_MIGRATION = '0001_init.sql';

/** Every table that the migrations make. A test holds them to what the migrations really make. */
export const TABLES = [
  'acts',
  'arrivals',
  'audit',
  'bell_ways',
  'changes',
  'drafts',
  'duty',
  'duty_told',
  'entries',
  'handoffs',
  'handovers',
  'invites',
  'members',
  'messages',
  'next_keys',
  'purged',
  'purges',
  'retention',
  'saved_answers',
  'sessions',
  'settings',
  'tallies',
  'threads',
  'tombstones',
  'used_challenges',
  'vouches',
  'ways_in',
] as const;

/**
 * Whether the store has the newest migration and what numbers changes, and reads from each table that people's words and
 * the desk need. Throws when it does not answer.
 */
export async function storeIsWhole(db: D1Database): Promise<boolean> {
  const touched = TABLES.map((table) => `EXISTS (SELECT 1 FROM ${table}) AS ${table}`).join(', ');
  const [migrated, read] = await db.batch<Record<string, unknown>>([
    db.prepare('SELECT name FROM d1_migrations WHERE name = ?').bind(NEWEST_MIGRATION),
    db.prepare(`SELECT ${touched}`),
  ]);
  return migrated?.results.length === 1 && read?.results[0]?.['changes'] === 1;
}
