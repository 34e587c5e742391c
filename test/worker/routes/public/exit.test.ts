import { describe, expect, it } from 'vitest';
import { ask } from '../../support/ask.ts';

const visit = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };

describe.each(['/x/nl/', '/x/nl', '/x?l=nl'])('GET %s', (path) => {
  it('is a page of our own, kept nowhere, that leads on to the weather without a word of ours', async () => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    const policy = answer.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toContain(',');
    for (const name of ['Location', 'Refresh', 'Link', 'Set-Cookie'])
      expect(answer.headers.get(name)).toBeNull();
    const page = await answer.text();
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=https://www.meteo.be/nl">');
    expect(page).toContain('<a href="https://www.meteo.be/nl" rel="noreferrer">www.meteo.be</a>');
    expect(
      page
        .replaceAll(/<[^>]*>/g, ' ')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(['www.meteo.be', 'www.meteo.be']);
    expect(page).not.toMatch(/<script|<style|PAG/);
  });
});

it.each([
  ['/x/fr/', 'fr'],
  ['/x/en/', 'en'],
  ['/x?l=fr', 'fr'],
  ['/x', 'en'],
  ['/x?l=https://example.org', 'en'],
  ['/x?l=../..', 'en'],
  ['/x?l=%22%3E%3Cscript%3E', 'en'],
])('GET %s leads to the weather and to nothing else', async (path, language) => {
  const page = await (await ask(path)).text();
  expect(page).toContain(`<html lang="${language}">`);
  expect(page.match(/https?:[^">]*/g)).toEqual([
    `https://www.meteo.be/${language}`,
    `https://www.meteo.be/${language}`,
  ]);
});

it('is the same bytes each time, so that a browser which checks our code knows them', async () => {
  const pages = await Promise.all(['?a', '?l=fr', ''].map((query) => ask(`/x/nl/${query}`)));
  const texts = await Promise.all(pages.map((page) => page.text()));
  expect(new Set(texts).size).toBe(1);
});

describe('what this site keeps in a browser', () => {
  it.each([
    ['goes when somebody typed the address', { ...visit, 'Sec-Fetch-Site': 'none' }],
    ['goes when a page of ours led here', { ...visit, 'Sec-Fetch-Site': 'same-origin' }],
    ['goes in a browser that does not say', {}],
  ])('%s; cookies, which the desk may need, stay', async (_, headers) => {
    const answer = await ask('/x/nl/', { headers });
    expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"');
  });

  it.each([
    ['a link on another site', { ...visit, 'Sec-Fetch-Site': 'cross-site' }],
    ['a link on a neighbour', { ...visit, 'Sec-Fetch-Site': 'same-site' }],
    ['a picture', { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Site': 'cross-site' }],
    [
      'a picture of ours',
      { 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['a frame', { ...visit, 'Sec-Fetch-Dest': 'iframe', 'Sec-Fetch-Site': 'cross-site' }],
    ['a script', { 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty', 'Sec-Fetch-Site': 'same-origin' }],
    ['half of what a browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    [
      'a browser that fetches ahead',
      { ...visit, 'Sec-Fetch-Site': 'same-origin', 'Sec-Purpose': 'prefetch' },
    ],
    ['the same, prerendering', { ...visit, 'Sec-Fetch-Site': 'none', 'Sec-Purpose': 'prefetch;prerender' }],
  ])('stays for %s', async (_, headers) => {
    const answer = await ask('/x/nl/', { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Clear-Site-Data')).toBeNull();
  });
});
