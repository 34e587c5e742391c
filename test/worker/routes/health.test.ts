import { expect, it } from 'vitest';
import { ask, askWith, refusal } from '../support/ask.ts';
import { brokenStore } from '../support/broken-store.ts';

it('GET /api/health says that the store answers', async () => {
  const answer = await ask('/api/health');
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
});

it('GET /api/health says that the store does not answer', async () => {
  const answer = await askWith({ DB: brokenStore('D1_ERROR: Network connection lost.') }, '/api/health');
  expect(await refusal(answer)).toEqual([503, 'unavailable']);
  expect(answer.headers.get('Retry-After')).toBe('5');
});
