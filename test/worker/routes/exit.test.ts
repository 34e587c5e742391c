import { expect, it } from 'vitest';
import { ask } from '../support/ask.ts';

it.each([
  ['?l=nl', 'nl'],
  ['?l=fr', 'fr'],
  ['?l=en', 'en'],
  ['', 'en'],
  ['?l=https://example.org', 'en'],
  ['?l=../..', 'en'],
])('GET /x%s leads to the weather', async (query, language) => {
  const answer = await ask(`/x${query}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe(`https://www.meteo.be/${language}`);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cookies", "storage"');
  expect(answer.headers.get('Set-Cookie')).toBeNull();
  expect(await answer.text()).toBe('');
});
