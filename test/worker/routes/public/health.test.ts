import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { NEWEST_MIGRATION, TABLES } from '../../../../functions/store/schema.ts';
import { faultyBucket } from '../../../faults/stores.ts';
import { ask, askWith, refusal } from '../../support/ask.ts';
import { brokenStore } from '../../support/broken-store.ts';
import { storedTables } from '../../support/rows.ts';

it('GET /api/health says that the store answers', async () => {
  const answer = await ask('/api/health');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
});

it.each(['', 'x', 'AAAAAAAAAAA,', 'AAAAAAAAAAA,AAAA'])(
  'GET /api/health says that the published keys are missing: "%s"',
  async (CENTRE_KEY_IDS) => {
    expect(await refusal(await askWith({ CENTRE_KEY_IDS }, '/api/health'))).toEqual([503, 'keys_missing']);
  },
);

it.each(['D1_ERROR: Network connection lost.', 'internal error; reference = q8v5bljqdbp5hcrvr9o12hrq'])(
  'GET /api/health says that the store does not answer: %s',
  async (message) => {
    const answer = await askWith({ DB: brokenStore(message) }, '/api/health');
    expect(await refusal(answer)).toEqual([503, 'unavailable']);
    expect(answer.headers.get('Retry-After')).toBe('3');
  },
);

it('GET /api/health says that the second store does not answer', async () => {
  const SECOND = faultyBucket(env.SECOND, () => ({ fault: 'down' }));
  expect(await refusal(await askWith({ SECOND }, '/api/health'))).toEqual([503, 'unavailable']);
});

it.each(TABLES)('GET /api/health says so when the table %s is not there', async (table) => {
  await env.DB.exec(`ALTER TABLE ${table} RENAME TO elsewhere`);
  const answer = await ask('/api/health');
  await env.DB.exec(`ALTER TABLE elsewhere RENAME TO ${table}`);
  expect(await refusal(answer)).toEqual([503, 'unavailable']);
  expect((await ask('/api/health')).status).toBe(200);
});

it('GET /api/health says so when the newest migration was forgotten', async () => {
  await env.DB.prepare("UPDATE d1_migrations SET name = 'x' || name WHERE name = ?")
    .bind(NEWEST_MIGRATION)
    .run();
  const answer = await ask('/api/health');
  await env.DB.prepare("UPDATE d1_migrations SET name = ?1 WHERE name = 'x' || ?1")
    .bind(NEWEST_MIGRATION)
    .run();
  expect(await refusal(answer)).toEqual([503, 'unavailable']);
});

it('knows every table and the newest migration', async () => {
  expect(await storedTables()).toEqual(TABLES);
  expect(env.TEST_MIGRATIONS.at(-1)?.name).toBe(NEWEST_MIGRATION);
});
