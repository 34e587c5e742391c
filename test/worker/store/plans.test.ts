import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';

/** How SQLite means to run a statement. */
async function plan(sql: string): Promise<string> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`).all<{ detail: string }>();
  return results.map((row) => row.detail).join('\n');
}

it.each([
  [
    "SELECT * FROM referrals WHERE state <> 'closed' AND thrown_id IS NULL ORDER BY received_at, id",
    'referrals_waiting',
  ],
  ["UPDATE referrals SET rev = 1 WHERE thrown_id = ''", 'referrals_thrown'],
  ['SELECT id FROM referrals WHERE thrown_id IS NOT NULL AND thrown_at < 0 LIMIT 500', 'referrals_thrown_at'],
  ["SELECT * FROM referrals WHERE mailbox_hash = x''", 'sqlite_autoindex_referrals'],
  ["SELECT max(at) FROM messages WHERE referral_id = '' AND author = 'desk'", 'messages_latest'],
  ["SELECT * FROM messages WHERE referral_id = '' ORDER BY rev", 'sqlite_autoindex_messages'],
  ['DELETE FROM used_challenges WHERE expires_at_ms <= 0', 'used_challenges_expiry'],
  ['DELETE FROM sessions WHERE expires_at <= 0', 'sessions_expiry'],
])('finds its rows by an index, without sorting: %s', async (sql, index) => {
  const steps = await plan(sql);
  expect(steps).toContain(index);
  expect(steps).not.toContain('TEMP B-TREE');
});
